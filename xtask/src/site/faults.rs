//! One broken line for each rule: a rule that cannot fail would promise nothing.

use super::scene::{CADDY, Server};

/// A line of the configuration that someone may lose.
pub(super) struct Fault {
    /// The rule that must notice.
    pub(super) breaks: &'static str,
    /// What is replaced.
    pub(super) line: &'static str,
    /// By what.
    pub(super) instead: &'static str,
}

const fn fault(breaks: &'static str, line: &'static str, instead: &'static str) -> Fault {
    Fault { breaks, line, instead }
}

const IN_NGINX: &[Fault] = &[
    fault("bytes and types", "application/javascript    js;", ""),
    fault("bytes and types", "charset utf-8;", ""),
    fault("caching", "~^/terminals/                          \"no-cache\";", ""),
    fault("caching", "{12,}", "{17,}"),
    fault(
        "caching",
        "default                                \"no-cache\"",
        "default \"max-age=60\"",
    ),
    fault("brotli", "brotli_static on;", ""),
    fault("brotli", "gzip_vary on;", ""),
    fault("gzip", "gzip_static on;", ""),
    fault("the page at the root", "$uri/index.html ", ""),
    fault("asking again", "root ", "etag off; root "),
    fault("the policy and the page", "include /etc/nginx/tijian-headers.conf;", ""),
    fault("headers", "location / {", "location / { add_header X-More 1;"),
    fault("missing files", "=404;", "/index.html;"),
    fault("missing files", "default    \"no-cache\";", "default $tijian_kept;"),
    fault("methods", "^(GET|HEAD)$", "."),
    fault("no way out", "root /srv/tijian;", "root /srv/tijian/..;"),
    fault("no record", "access_log off;", ""),
    fault("no record", "try_files $uri $uri/index.html =404;\n", "log_not_found on;\n"),
    fault("no version", "server_tokens off;", ""),
    fault("plain HTTP", "https://$server_name$request_uri", "https://elsewhere.example/"),
    fault("HTTP/2", " http2;", ";"),
    fault(
        "TLS versions",
        "ssl_protocols TLSv1.2 TLSv1.3;\n    ssl_ciphers ",
        "ssl_protocols TLSv1.1 TLSv1.2 TLSv1.3;\n    ssl_ciphers ALL:@SECLEVEL=0:",
    ),
    fault("TLS ciphers", "ssl_ciphers ", "ssl_ciphers ALL:"),
];

const IN_CADDY: &[Fault] = &[
    fault("caching", "\t\tnot path /terminals/*\n", ""),
    fault("caching", "{12,}", "{17,}"),
    fault("brotli", "precompressed br gzip", "precompressed gzip"),
    fault("gzip", "precompressed br gzip", "precompressed br"),
    fault("the page at the root", "file_server {", "file_server {\n\t\tindex none.html"),
    fault("the policy and the page", "import /etc/caddy/tijian-headers.caddy", ""),
    fault("headers", "respond @others 405", "route @others {\n\t\theader -Referrer-Policy\n\t}"),
    fault("missing files", "file_server {", "try_files {path} /index.html\n\tfile_server {"),
    fault("missing files", "\t\tfile\n", ""),
    fault("methods", "respond @others 405", ""),
    fault("no way out", "root * /srv/tijian", "root * /srv/tijian/.."),
    fault("TLS versions", "tijian.key\n", "tijian.key {\n\t\tprotocols tls1.3\n\t}\n"),
];

/// Those of a server.
pub(super) fn of(server: &Server) -> &'static [Fault] {
    if server.name == CADDY.name { IN_CADDY } else { IN_NGINX }
}
