//! The page: mounts the program.

fn main() {
    tijian::browser::crash::install();
    tijian::ui::start();
}
