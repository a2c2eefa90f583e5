//! `tijian pin`: the hash of a staff code.

use tijian::deployment::StaffPin;

/// Reads the code from standard input, so that it stays out of the shell's history.
pub(crate) fn run() -> Result<(), String> {
    crate::complain("输入 6 位数字的工作人员密码，按回车：");
    let mut pin = String::new();
    std::io::stdin().read_line(&mut pin).map_err(|error| format!("读不到密码（{error}）"))?;
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| format!("系统没有给出随机数（{error}）"))?;
    let hash = StaffPin::new(pin.trim(), salt).ok_or("密码要正好是 6 位数字")?;
    crate::say(&format!("\"staff_pin\": \"{}\"", String::from(hash)));
    Ok(())
}
