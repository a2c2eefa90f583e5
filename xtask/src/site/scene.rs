//! A folder with everything that a server needs, and the server started in it.

use super::client::{HOST, Site};
use crate::digest;
use crate::headers::Headers;
use crate::project::Project;
use crate::run::{answer, command};
use anyhow::{Context, Result, bail, ensure};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A web server for which `deploy/` has a configuration.
pub(crate) struct Server {
    /// As users call it.
    pub(crate) name: &'static str,
    /// Its program.
    program: &'static str,
    /// Debian's packages for it and for asking it.
    pub(super) packages: &'static [&'static str],
    /// The file in `deploy/`.
    configuration: &'static str,
    /// What in the file names a place or port of a real server, and what stands there in a test.
    places: &'static [(&'static str, &'static str)],
    /// The folder of headers and certificate in the file.
    etc: &'static str,
    /// From the folder, the configuration and the file to write the process number into.
    start: fn(&Path, &Path, &Path) -> Command,
}

/// What most deployments use.
pub(crate) const NGINX: Server = Server {
    name: "nginx",
    program: "/usr/sbin/nginx",
    packages: &["nginx", "libnginx-mod-http-brotli-static", "curl", "openssl"],
    configuration: "nginx.conf",
    places: &[
        ("listen 443 ", "listen 127.0.0.1:{https} "),
        ("listen 80;", "listen 127.0.0.1:{http};"),
    ],
    etc: "/etc/nginx/",
    start: start_nginx,
};

/// For those who prefer it.
pub(crate) const CADDY: Server = Server {
    name: "Caddy",
    program: "/usr/bin/caddy",
    packages: &["caddy", "curl", "openssl"],
    configuration: "Caddyfile",
    places: &[(
        "tijian.example {",
        "{\n\thttp_port {http}\n\tadmin 127.0.0.1:{admin}\n\tskip_install_trust\n}\ntijian.example:{https} {\n\tbind 127.0.0.1",
    )],
    etc: "/etc/caddy/",
    start: start_caddy,
};

impl Server {
    /// Whether its program and those that ask it are there.
    pub(super) fn is_installed(&self, project: &Project) -> bool {
        let runs =
            |program: &str, option| answer(command(program, &project.root).arg(option)).is_some();
        let module = Path::new(BROTLI_MODULE).exists() || self.name != NGINX.name;
        Path::new(self.program).exists()
            && module
            && runs("curl", "--version")
            && runs("openssl", "version")
    }
}

const BROTLI_MODULE: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// The folder.
pub(super) struct Scene {
    server: &'static Server,
    folder: PathBuf,
    /// The project's configuration as it stands.
    configuration: String,
}

/// A server that was started and is ended by whoever drops this.
pub(super) struct Running {
    pid_file: PathBuf,
}

impl Drop for Running {
    fn drop(&mut self) {
        let Ok(pid) = std::fs::read_to_string(&self.pid_file) else { return };
        _ = Command::new("kill").arg(pid.trim()).status();
    }
}

impl Scene {
    /// Copies a page, makes a certificate for an hour and writes the headers.
    pub(super) fn set(project: &Project, server: &'static Server, page: &Path) -> Result<Self> {
        let folder = project.state("scene")?.join(server.name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        for file in digest::files_under(page)? {
            let copy = folder.join("srv").join(digest::relative(page, &file));
            std::fs::create_dir_all(copy.parent().unwrap_or(&folder))?;
            std::fs::copy(&file, copy)?;
        }
        std::fs::write(folder.join("secret.txt"), super::rules::SECRET)?;
        let headers = Headers::of_page(project, page)?;
        std::fs::write(folder.join("tijian-headers.conf"), headers.for_nginx())?;
        std::fs::write(folder.join("tijian-headers.caddy"), headers.for_caddy())?;
        let certificate = answer(command("openssl", &folder).args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "1",
            "-keyout",
            "tijian.key",
            "-out",
            "tijian.crt",
            "-subj",
            &format!("/CN={HOST}"),
            "-addext",
            &format!("subjectAltName=DNS:{HOST}"),
        ]));
        ensure!(certificate.is_some(), "openssl made no certificate");
        let file = project.root.join("deploy").join(server.configuration);
        let configuration = std::fs::read_to_string(&file)
            .with_context(|| format!("{} is missing", file.display()))?;
        Ok(Self { server, folder, configuration })
    }

    /// Starts the server with the configuration, after `change`, on free ports.
    pub(super) fn start(&self, change: impl FnOnce(String) -> Result<String>) -> Result<Site> {
        let [https, http, admin] = free_ports()?;
        let text = self.moved(&change(self.configuration.clone())?, [https, http, admin])?;
        let file = self.folder.join(self.server.configuration);
        std::fs::write(&file, text)?;
        // A server that ends late must not take the file of the next one with it.
        let pid_file = self.folder.join(format!("{https}.pid"));
        let running = Running { pid_file: pid_file.clone() };
        // Both servers return when they listen.
        let words = self.folder.join("words");
        // Not a pipe: a server in the background would hold it open.
        let status = (self.server.start)(&self.folder, &file, &pid_file)
            .stdout(std::process::Stdio::null())
            .stderr(std::fs::File::create(&words)?)
            .status()
            .with_context(|| format!("{} could not be started", self.server.program))?;
        if !status.success() {
            bail!("{}: {}", self.server.name, std::fs::read_to_string(&words)?);
        }
        Ok(Site { https, http, folder: self.folder.clone(), _running: running })
    }

    /// The configuration with the places of this scene; nothing else is changed.
    fn moved(&self, text: &str, [https, http, admin]: [u16; 3]) -> Result<String> {
        let mut text = text.to_owned();
        for (place, instead) in self.server.places {
            ensure!(text.contains(place), "{} has no `{place}`", self.server.configuration);
            text = text.replace(place, instead);
        }
        let folder = format!("{}/", self.folder.display());
        Ok(text
            .replace("{https}", &https.to_string())
            .replace("{http}", &http.to_string())
            .replace("{admin}", &admin.to_string())
            .replace(self.server.etc, &folder)
            .replace("/srv/tijian", &format!("{folder}srv")))
    }
}

/// Ports that nobody has right now.
fn free_ports() -> Result<[u16; 3]> {
    let taken = [(); 3].map(|()| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
    let mut ports = [0; 3];
    for (port, listener) in ports.iter_mut().zip(taken) {
        *port = listener?.local_addr()?.port();
    }
    Ok(ports)
}

/// The part of nginx.conf that Debian brings, for one process as the user who runs the tests.
fn start_nginx(folder: &Path, site: &Path, pid_file: &Path) -> Command {
    let shown = folder.display();
    let main = format!(
        "load_module {BROTLI_MODULE};\n\
         master_process off;\n\
         pid {};\n\
         error_log {shown}/error.log;\n\
         events {{}}\n\
         http {{\n\
         access_log {shown}/access.log;\n\
         client_body_temp_path {shown}/body;\n\
         proxy_temp_path {shown}/proxy;\n\
         fastcgi_temp_path {shown}/fastcgi;\n\
         uwsgi_temp_path {shown}/uwsgi;\n\
         scgi_temp_path {shown}/scgi;\n\
         include {};\n\
         }}\n",
        pid_file.display(),
        site.display()
    );
    let mut nginx = command(NGINX.program, folder);
    nginx.arg("-e").arg(folder.join("error.log")).arg("-c").arg(folder.join("main"));
    // A file that cannot be written shows as one that nginx cannot read.
    _ = std::fs::write(folder.join("main"), main);
    nginx
}

fn start_caddy(folder: &Path, site: &Path, pid_file: &Path) -> Command {
    let mut caddy = command(CADDY.program, folder);
    caddy
        .args(["start", "--adapter", "caddyfile", "--config"])
        .arg(site)
        .arg("--pidfile")
        .arg(pid_file)
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_CONFIG_HOME", folder.join("config"));
    caddy
}
