// What a page on a terminal could try, or be made to try. Each step is told to the server.
const tell = (what) => fetch(`/told/${what}`, { keepalive: true });
const save = (address) => {
  const link = document.createElement("a");
  link.href = address;
  link.download = "taken-away.txt";
  link.click();
};

const elsewhere = new URLSearchParams(location.search).get("elsewhere");
addEventListener("pagehide", () => tell("left"));
await tell("start");
save(URL.createObjectURL(new Blob(["taken away"], { type: "text/plain" })));
await tell("leaving");
location.href = `${elsewhere}/elsewhere`;
