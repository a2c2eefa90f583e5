//! The staff's menu.

/// The staff's menu. What holds a number is a function of it.
#[derive(Debug)]
pub struct Staff {
    /// What a visitor is told where no printer is fitted.
    pub no_printer: &'static str,
    /// Name of the corner, for screen readers and keyboards.
    pub corner: &'static str,
    /// Heading of the question for the code.
    pub ask: &'static str,
    /// What it is.
    pub ask_hint: &'static str,
    /// Name of the field.
    pub field: &'static str,
    /// The button that hands the code in.
    pub enter: &'static str,
    /// The code was wrong; so many more cost nothing.
    pub wrong: fn(u32) -> String,
    /// So many seconds until the next one.
    pub wait: fn(u64) -> String,
    /// Back to the start.
    pub close: &'static str,
    /// Heading of the menu.
    pub title: &'static str,
    /// What is not in it, and when it closes.
    pub lead: &'static str,
    /// No code is configured.
    pub no_pin: &'static str,
    /// Heading: what is wrong with the configuration.
    pub problems: &'static str,
    /// Nothing is.
    pub no_problems: &'static str,
    /// The district's code is not in the questions.
    pub unknown_district: fn(&str) -> String,
    /// Heading: this machine.
    pub machine: &'static str,
    /// Row: terminal id.
    pub terminal: &'static str,
    /// No terminal is named in the address.
    pub no_terminal: &'static str,
    /// Row: justice office.
    pub office: &'static str,
    /// Row: district.
    pub district: &'static str,
    /// Row: mode.
    pub mode: &'static str,
    /// The modes: terminal, office, desk.
    pub modes: [&'static str; 3],
    /// Row: delays.
    pub delays: &'static str,
    /// Idle, warning, report, printed.
    pub delays_are: fn([u64; 4]) -> String,
    /// Row: printer.
    pub printer: &'static str,
    /// A printer without a name is fitted.
    pub printer_fitted: &'static str,
    /// None is.
    pub printer_none: &'static str,
    /// Row: ways to take a report away.
    pub outputs: &'static str,
    /// File, Word, calendar, text, data, code.
    pub output_names: [&'static str; 6],
    /// Nothing but paper.
    pub paper_only: &'static str,
    /// Row: the address for phones.
    pub address: &'static str,
    /// Row: keys of lawyers whose signatures are known.
    pub lawyers: &'static str,
    /// So many.
    pub lawyers_are: fn(usize) -> String,
    /// Nothing was configured.
    pub unset: &'static str,
    /// Heading: program and packs.
    pub program: &'static str,
    /// Row: version.
    pub version: &'static str,
    /// Row: the program's file.
    pub file: &'static str,
    /// It could not be told.
    pub unknown: &'static str,
    /// Row: the release that this machine keeps.
    pub kept: &'static str,
    /// It keeps none.
    pub kept_none: &'static str,
    /// Row: the newest release.
    pub newest: &'static str,
    /// What is said there.
    pub update: Update,
    /// Become the newest release.
    pub update_now: &'static str,
    /// What unfolds: so many packs.
    pub packs: fn(usize) -> String,
    /// Heading: self-test.
    pub test: &'static str,
    /// It is not over.
    pub testing: &'static str,
    /// Said before what has to be seen to.
    pub bad: &'static str,
    /// Said before what is as it should be.
    pub good: &'static str,
    /// Nothing is in a store.
    pub store_empty: &'static str,
    /// Only the count of wrong codes is.
    pub store_count: &'static str,
    /// A store holds nothing but an unfinished check that somebody wanted to be kept, sealed.
    pub store_kept: &'static str,
    /// The same of a store that is named.
    pub counted: fn(&str) -> String,
    /// So many entries are.
    pub store_entries: fn(u32) -> String,
    /// It cannot be looked into.
    pub store_unseen: &'static str,
    /// Row: whether the count of wrong codes can be kept.
    pub keeping: &'static str,
    /// It can.
    pub keeps: &'static str,
    /// It cannot.
    pub keeps_not: &'static str,
    /// Row: printing.
    pub printing: &'static str,
    /// The browser prints.
    pub prints: &'static str,
    /// It does not.
    pub prints_not: &'static str,
    /// Row: voice.
    pub voice: &'static str,
    /// None speaks Chinese without a network.
    pub voice_none: &'static str,
    /// Row: fonts.
    pub fonts: &'static str,
    /// Chinese characters are drawn.
    pub fonts_good: &'static str,
    /// They are not.
    pub fonts_bad: &'static str,
    /// Row: screen.
    pub screen: &'static str,
    /// Test again.
    pub again: &'static str,
    /// Print a test page.
    pub print_test: &'static str,
    /// What stands on the test page only, around signs that are hard to print.
    pub test_page: fn(&str) -> String,
    /// Heading: touch.
    pub touch: &'static str,
    /// What to do there.
    pub touch_hint: &'static str,
    /// So many fields of so many were touched.
    pub touched: fn(usize, usize) -> String,
    /// Name of a field, by its number.
    pub touch_field: fn(usize) -> String,
}

/// How far it is with the newest release.
#[derive(Debug)]
pub struct Update {
    /// Nobody asked; a newer one takes over by itself.
    pub by_itself: &'static str,
    /// A newer one is here, by its name.
    pub waits: fn(&str) -> String,
    /// The server is asked.
    pub looking: &'static str,
    /// It is being fetched.
    pub coming: &'static str,
    /// This is the newest.
    pub newest: &'static str,
    /// The server could not be asked, or it did not come whole.
    pub failed: &'static str,
    /// Nothing is kept on this machine.
    pub not_kept: &'static str,
}

pub(super) const ZH: Staff = Staff {
    no_printer: "这台机器没有打印机。要纸质报告，请问工作人员。",
    corner: "工作人员菜单",
    ask: "工作人员密码",
    ask_hint: "6 位数字。不是工作人员，请点“返回开始页”。",
    field: "6 位数字密码",
    enter: "进入",
    wrong: |left| match left {
        0 => "密码不对。再错一次要等一会儿才能再试。".to_owned(),
        left => format!("密码不对。还可以马上再试 {} 次。", left + 1),
    },
    wait: |seconds| format!("错的次数太多，请等 {seconds} 秒再试。刷新页面不会缩短。"),
    close: "返回开始页",
    title: "工作人员菜单",
    lead: "这里没有任何来访者的内容。两分钟没有人碰就自动关上。",
    no_pin: "没有能用的工作人员密码，所以只能看，不能打印测试页，也不能更新。请用 cargo xtask pin 生成，写进配置。",
    problems: "配置里的问题",
    no_problems: "没有。",
    unknown_district: |code| format!("district：问卷里没有区县代码“{code}”，开始页没有显示。"),
    machine: "这台机器",
    terminal: "终端编号",
    no_terminal: "网址里没有 ?terminal=，按 tijian.json 运行",
    office: "司法所",
    district: "区县",
    mode: "用途",
    modes: ["公用终端，没人碰就清除", "单位自己的电脑", "律师工作台"],
    delays: "等待时间",
    delays_are: |[idle, warning, report, printed]| {
        format!(
            "没人碰 {idle} 秒后提醒，再过 {warning} 秒清除；报告 {report} 秒，打印后 {printed} 秒"
        )
    },
    printer: "打印机",
    printer_fitted: "有，没有写名称",
    printer_none: "没有，不提供打印",
    outputs: "打印以外的带走方式",
    output_names: ["网页文件", "Word", "期限日历", "文字", "数据", "手机扫码"],
    paper_only: "都没有开放",
    address: "手机打开的网址",
    lawyers: "律师公钥",
    lawyers_are: |count| match count {
        0 => "没有写".to_owned(),
        count => format!("{count} 把"),
    },
    unset: "没有写",
    program: "程序和问卷",
    version: "版本",
    file: "程序文件（名字里有指纹）",
    unknown: "看不出来",
    kept: "本机存的版本",
    kept_none: "没有存，断网打不开",
    newest: "更新",
    update: Update {
        by_itself: "每小时自动查一次，没有人用的时候换上",
        waits: |name| format!("{name} 已经下载好，关上菜单就换上"),
        looking: "正在问服务器…",
        coming: "有新版，正在下载；下载好就换上，网页会重新打开",
        newest: "已经是最新的版本",
        failed: "没有更新成：连不上服务器，或者新版没有放完整。现在的版本照常用",
        not_kept: "本机没有存程序；从网站打开的，刷新网页就是最新的",
    },
    update_now: "更新程序",
    packs: |count| format!("问卷 {count} 份：版本和指纹"),
    test: "自检",
    testing: "正在检查…",
    bad: "要处理",
    good: "正常",
    store_empty: "没有内容",
    store_count: "只有密码输错的次数",
    store_kept: "有一份加密的没做完的体检",
    counted: |store| format!("{store}（只有密码输错的次数）"),
    store_entries: |count| format!("有 {count} 项别的内容，不是本程序写的"),
    store_unseen: "浏览器不让查看",
    keeping: "记住密码输错的次数",
    keeps: "能写能读",
    keeps_not: "写不进去，刷新页面会忘记输错的次数",
    printing: "打印",
    prints: "浏览器能打印；纸张、墨粉要打测试页看",
    prints_not: "浏览器不能打印",
    voice: "中文语音",
    voice_none: "没有不用联网的中文语音，不能朗读",
    fonts: "中文字体",
    fonts_good: "有",
    fonts_bad: "没有，汉字会显示成方框",
    screen: "屏幕",
    again: "再检查一遍",
    print_test: "打印测试页",
    test_page: |signs| format!("打印测试页：{signs}　这一行的字和四个记号都清楚，就是正常。"),
    touch: "触摸",
    touch_hint: "每格点一下，点到的格会打勾。",
    touched: |done, all| {
        if done == all {
            format!("{all} 格都点到了，触摸正常。")
        } else {
            format!("点到 {done} 格，共 {all} 格。")
        }
    },
    touch_field: |number| format!("第 {number} 格"),
};

pub(super) const EN: Staff = Staff {
    no_printer: "This machine has no printer. For a paper report, please ask the staff.",
    corner: "Staff menu",
    ask: "Staff code",
    ask_hint: "Six digits. If you are not staff, choose “Back to start”.",
    field: "Six-digit code",
    enter: "Enter",
    wrong: |left| match left {
        0 => "Wrong code. One more wrong code and you will have to wait.".to_owned(),
        left => format!("Wrong code. You can try {} more times at once.", left + 1),
    },
    wait: |seconds| {
        format!("Too many wrong codes. Wait {seconds} seconds. Reloading does not shorten it.")
    },
    close: "Back to start",
    title: "Staff menu",
    lead: "Nothing of any visitor is shown here. It closes after two minutes without a touch.",
    no_pin: "No usable staff code is configured, so you can look but not print a test page or update. Make one with cargo xtask pin.",
    problems: "Problems in the configuration",
    no_problems: "None.",
    unknown_district: |code| {
        format!("district: the questions have no district “{code}”; it is not shown at the start.")
    },
    machine: "This machine",
    terminal: "Terminal",
    no_terminal: "No ?terminal= in the address; tijian.json decides",
    office: "Justice office",
    district: "District",
    mode: "Use",
    modes: ["Public terminal, clears itself", "One office’s own computer", "Lawyer’s desk"],
    delays: "Delays",
    delays_are: |[idle, warning, report, printed]| {
        format!(
            "Warns after {idle} s, clears {warning} s later; report {report} s, printed {printed} s"
        )
    },
    printer: "Printer",
    printer_fitted: "Fitted, no name given",
    printer_none: "None; printing is not offered",
    outputs: "Ways to take a report away besides paper",
    output_names: ["Web file", "Word", "Calendar", "Text", "Data", "Phone code"],
    paper_only: "None",
    address: "Address for phones",
    lawyers: "Lawyers’ keys",
    lawyers_are: |count| match count {
        0 => "Not set".to_owned(),
        count => format!("{count}"),
    },
    unset: "Not set",
    program: "Program and questions",
    version: "Version",
    file: "Program file (its name holds its digest)",
    unknown: "Cannot be told",
    kept: "Release kept here",
    kept_none: "None; it does not open without a network",
    newest: "Update",
    update: Update {
        by_itself: "Looked for every hour; takes over when nobody is here",
        waits: |name| format!("{name} is here and takes over when you leave this menu"),
        looking: "Asking the server…",
        coming: "A new release is being fetched; then the page opens anew with it",
        newest: "This is the newest release",
        failed: "Not updated: no answer from the server, or the release is incomplete. This one goes on",
        not_kept: "No copy is kept here; a reload from the website fetches the newest",
    },
    update_now: "Update the program",
    packs: |count| format!("{count} question packs: versions and digests"),
    test: "Self-test",
    testing: "Testing…",
    bad: "Needs attention",
    good: "OK",
    store_empty: "Empty",
    store_count: "Only the count of wrong codes",
    store_kept: "One unfinished check, encrypted",
    counted: |store| format!("{store} (only the count of wrong staff codes)"),
    store_entries: |count| format!("{count} other entries that this program did not write"),
    store_unseen: "The browser does not let the page look",
    keeping: "Remembering wrong codes",
    keeps: "Can be written and read",
    keeps_not: "Cannot be written; a reload forgets wrong codes",
    printing: "Printing",
    prints: "The browser can print; paper and toner show on a test page",
    prints_not: "The browser cannot print",
    voice: "Chinese voice",
    voice_none: "No Chinese voice that works offline; reading aloud is off",
    fonts: "Chinese font",
    fonts_good: "Present",
    fonts_bad: "Missing; characters show as boxes",
    screen: "Screen",
    again: "Test again",
    print_test: "Print a test page",
    test_page: |signs| {
        format!("Test page: {signs}  If this line and its four marks are clear, all is well.")
    },
    touch: "Touch",
    touch_hint: "Touch each field once; it gets a tick.",
    touched: |done, all| {
        if done == all {
            format!("All {all} fields were touched. Touch works.")
        } else {
            format!("{done} of {all} fields touched.")
        }
    },
    touch_field: |number| format!("Field {number}"),
};
