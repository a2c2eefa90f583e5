//! The keys on the screen, the wheels of a date, the scanner.

/// The keys on the screen, the wheels of a date, the scanner.
#[derive(Debug)]
pub struct Pads {
    /// The button that shows the keys.
    pub show: &'static str,
    /// Name of the keys for digits.
    pub digits: &'static str,
    /// Takes the last sign away.
    pub delete: &'static str,
    /// Takes everything away.
    pub clear: &'static str,
    /// Name of the three wheels.
    pub wheels: &'static str,
    /// Year, month, day.
    pub parts: [&'static str; 3],
    /// A value of each wheel, as it is read out.
    pub part_text: fn(usize, i32) -> String,
    /// What a wheel without a value says.
    pub unset: &'static str,
    /// One more, by the name of the wheel.
    pub more: fn(&str) -> String,
    /// One less, by the name of the wheel.
    pub less: fn(&str) -> String,
    /// The button for today.
    pub today: &'static str,
    /// The button for this month.
    pub this_month: &'static str,
    /// Name of the keys for the code.
    pub code_keys: &'static str,
    /// The five parts of the code, in order.
    pub code_parts: [&'static str; 5],
    /// How many signs of the code are there, of how many.
    pub code_count: fn(usize, usize) -> String,
    /// The check digit fits.
    pub code_fits: &'static str,
    /// A sign that no code contains.
    pub code_refused: fn(char) -> String,
    /// More signs than a code has.
    pub code_too_many: &'static str,
    /// That a scanner may be used.
    pub scan_hint: &'static str,
    /// A scanner brought this code.
    pub scanned: fn(&str) -> String,
    /// A scanner brought no code, or several.
    pub scan_unclear: fn(usize) -> String,
    /// The screen asks for no code.
    pub scan_unwanted: &'static str,
    /// Name of the keys for text.
    pub text_keys: &'static str,
    /// The page of keys that writes Chinese.
    pub chinese: &'static str,
    /// The page of keys that writes letters.
    pub letters: &'static str,
    /// The page of keys that writes digits and signs.
    pub signs: &'static str,
    /// Capitals, or small letters.
    pub capitals: &'static str,
    /// A blank.
    pub space: &'static str,
    /// Between two syllables.
    pub apart: &'static str,
    /// Name of the words to choose from.
    pub candidates: &'static str,
    /// The page of words before.
    pub earlier: &'static str,
    /// The next page of words.
    pub later: &'static str,
    /// What to do before anything is typed.
    pub pinyin_hint: &'static str,
    /// No word sounds so.
    pub nothing_found: &'static str,
    /// The table is being fetched.
    pub coming: &'static str,
    /// Fetch it again.
    pub again: &'static str,
}

pub(super) const ZH: Pads = Pads {
    show: "屏幕键盘",
    digits: "数字键",
    delete: "删除",
    clear: "清空",
    wheels: "选日期",
    parts: ["年", "月", "日"],
    part_text: |part, value| {
        let word = ["年", "月", "日"].get(part).copied().unwrap_or_default();
        format!("{value} {word}")
    },
    unset: "还没有选",
    more: |wheel| format!("{wheel}加一"),
    less: |wheel| format!("{wheel}减一"),
    today: "今天",
    this_month: "这个月",
    code_keys: "代码键",
    code_parts: ["部门", "类别", "行政区划", "主体标识码", "校验"],
    code_count: |there, of| format!("已输入 {there} 位，共 {of} 位"),
    code_fits: "18 位齐了，校验码对得上。",
    code_refused: |sign| {
        format!("“{sign}”不会出现在代码里，没有输入。代码只有数字和除 I、O、S、V、Z 外的字母。")
    },
    code_too_many: "代码只有 18 位，多出来的没有输入。",
    scan_hint: "有扫码枪的，也可以直接扫营业执照上的码。",
    scanned: |code| format!("扫到代码 {code}。请对照营业执照，无误再按“下一题”。"),
    scan_unclear: |codes| match codes {
        0 => {
            "扫到的内容里没有正确的信用代码，没有填入。请再扫一次，或者照营业执照输入。".to_owned()
        }
        _ => format!("扫到 {codes} 个信用代码，不知道用哪个，没有填入。请照营业执照输入。"),
    },
    scan_unwanted: "这一页不收扫码内容，没有填入。到填信用代码的那一题再扫。",
    text_keys: "文字键",
    chinese: "拼音",
    letters: "字母",
    signs: "数字",
    capitals: "大写",
    space: "空格",
    apart: "分隔",
    candidates: "选字",
    earlier: "上一组",
    later: "下一组",
    pinyin_hint: "按拼音，再选字；也可以直接选下面的词。",
    nothing_found: "没有这样读的字。请删掉几个字母再试。",
    coming: "正在取拼音字库…",
    again: "再试一次",
};

pub(super) const EN: Pads = Pads {
    show: "On-screen keyboard",
    digits: "Digits",
    delete: "Delete",
    clear: "Clear",
    wheels: "Choose the date",
    parts: ["Year", "Month", "Day"],
    part_text: |_, value| value.to_string(),
    unset: "Not chosen yet",
    more: |wheel| format!("{wheel}: one more"),
    less: |wheel| format!("{wheel}: one less"),
    today: "Today",
    this_month: "This month",
    code_keys: "Keys for the code",
    code_parts: ["Authority", "Kind", "Division", "Subject", "Check"],
    code_count: |there, of| format!("{there} of {of} characters"),
    code_fits: "All 18 characters are there and the check digit fits.",
    code_refused: |sign| {
        format!(
            "“{sign}” never appears in a code and was not entered. \
             A code has digits and letters except I, O, S, V, Z."
        )
    },
    code_too_many: "A code has 18 characters; the rest was not entered.",
    scan_hint: "With a barcode scanner you can scan the code on the business licence.",
    scanned: |code| {
        format!("Scanned {code}. Compare it with the business licence, then press Next.")
    },
    scan_unclear: |codes| match codes {
        0 => "No valid code in what was scanned; nothing was entered. \
              Scan again, or type the code from the business licence."
            .to_owned(),
        _ => format!(
            "{codes} codes in what was scanned, so none was entered. \
             Type the code from the business licence."
        ),
    },
    scan_unwanted: "This page takes nothing from a scanner; nothing was entered. \
                    Scan at the question for the credit code.",
    text_keys: "Keys for text",
    chinese: "Pinyin",
    letters: "Letters",
    signs: "Digits",
    capitals: "Caps",
    space: "Space",
    apart: "Split",
    candidates: "Choose characters",
    earlier: "Prev",
    later: "Next",
    pinyin_hint: "Type pinyin and choose the characters, or choose a word below.",
    nothing_found: "Nothing is read like this. Delete some letters and try again.",
    coming: "Fetching the pinyin table…",
    again: "Try again",
};
