//! In Chinese.

use super::{Code, Entry, Fields, Opened, Outside, Problem, Uscc};

pub(in crate::texts) const ZH: Problem = Problem {
    entry: Entry {
        empty: "还没有填。请填写后继续，或者选“不清楚”。",
        wrong_type: |wanted| format!("这里要填{wanted}。"),
        unknown_code: |code, offered| format!("没有“{code}”这个选项，可以选：{offered}。"),
        exclusive: |label| format!("选了“{label}”就不能再选别的，请去掉其中一边。"),
        not_offered: |word| format!("这一题不能答“{word}”。"),
        not_a_number: |text| format!("“{text}”不是数。请只填数字。"),
        whole: "请填整数，不带小数点。",
        decimals: |allowed| format!("小数点后最多 {allowed} 位。"),
        between: |min, max| format!("请填 {min} 到 {max} 之间的值。"),
        at_least: |min| format!("不能小于（早于）{min}。"),
        at_most: |max| format!("不能大于（晚于）{max}。"),
        out_of_range: "超出范围。",
        not_a_date: |text, form| format!("“{text}”不是日历上的日子。请照“{form}”的样子填。"),
        too_long: |allowed, found| format!("最多 {allowed} 个字，现在是 {found} 个。请缩短。"),
        invisible: "里面有看不见的字符，请删掉后重新输入。",
        uscc: Uscc {
            length: |n| {
                format!("统一社会信用代码是 18 位，现在是 {n} 位。请对照营业执照再数一遍。")
            },
            sign: |position, sign| {
                format!(
                    "第 {position} 位“{sign}”不会出现在代码里（只用数字和除 I、O、S、V、Z 外的大写字母）。请对照营业执照检查这一位。"
                )
            },
            division: |position| {
                format!(
                    "第 {position} 位应是数字（第 3 至 8 位是登记机关所在地代码）。请检查这一位。"
                )
            },
            check_digit: |expected| {
                format!(
                    "第 18 位校验码对不上：按前 17 位计算应是“{expected}”。请检查最后一位，再检查前面有没有抄错。"
                )
            },
        },
    },
    field: Fields {
        name: "请填名称。只写名称，不写秘密的内容。",
        class: "请选一个类别。",
        post: "请填岗位名称。",
        signed_ahead: "签订日不能晚于今天。还没有签的请留空。",
        signed_missing: "填了到期日，请把签订日也填上。",
        ends_before_signed: "到期日不能早于签订日。",
        ends_before_left: "竞业限制到期日不能早于离职日。",
        no_term: "填了补偿，请把竞业限制的月数或者到期日也填上。",
    },
    file: Opened {
        too_big: "文件超过 8 MB，不是体检档案。请换一个文件。",
        empty: "文件是空的。请换一个文件，或者重新保存一次。",
        not_utf8: "文件的编码不是 UTF-8（可能被另存成了 GBK，或者不是文字）。请用原来保存的文件。",
        not_ours: "这不是体检档案，或者没有保存完整。请选保存下来的“体检档案”文件。",
        cut_off: "文件不完整，在中途断了。请重新保存或者重新传一次。",
        damaged: |name| format!("文件损坏了（“{name}”这一项读不出来）。请用原来保存的文件。"),
        damaged_at: |line, column| {
            format!("文件损坏了（第 {line} 行第 {column} 列读不出来）。请用原来保存的文件。")
        },
        too_deep: "文件的内容嵌套太深，不是体检档案。请换一个文件。",
        twice: |name| format!("文件里“{name}”写了两次，不知道以哪一个为准。请用原来保存的文件。"),
        two_files: "文件里有两份体检档案，不知道以哪一份为准。请用原来保存的文件。",
        too_many: "文件里的体检超过 100 次。请分成几份文件保存。",
        future: "这份文件是更新版本的程序做的，请用新版打开。",
    },
    code: Code {
        answer: |link_id| format!("{link_id} 的答案不合这一题，请重新回答这一题。"),
        day: "体检日期不在 2000 年到 2179 年之间，请检查本机的日期。",
        topics: "所选专题与本机的问卷对不上，请重新选择专题。",
        too_long: |bytes| format!("内容超过 {bytes} 字节，做不成代码。请改用文件保存。"),
        text_too_long: |signs| {
            format!("链接里的代码超过 {signs} 个字符。请改用文件保存，或检查链接。")
        },
        too_short: "代码不完整，请重新扫描，或复制整条链接。",
        sign: |position| format!("代码第 {position} 个字符不对，请重新扫描，或复制整条链接。"),
        version: |found| {
            format!("代码的格式（{found}）本程序不认识。请更新程序，或检查代码是不是体检代码。")
        },
        damaged: "代码缺损或抄错了，请重新扫描，或复制整条链接。",
        other_packs: "这份代码是用另一版问卷做的，本机读不了。请在做这份体检的机器上打开，或重新体检。",
        content: "代码的内容不合问卷，不是本程序做的。请重新体检。",
        is_part: |number, of| format!("这是 {of} 张代码中的第 {number} 张，请接着扫描其余几张。"),
        other_series: "这一张属于另一份体检，没有采用。请扫描同一份的代码。",
        missing: |numbers, of| {
            format!("共 {of} 张代码，还缺第 {} 张，请接着扫描。", numbers.join("、"))
        },
        too_many_parts: |most| format!("内容要分成 {most} 张以上的代码。请改用文件保存。"),
        qr_full: "内容一张二维码放不下，请分成几张，或改用文件保存。",
    },
    outside: Outside {
        no_chooser: "浏览器不允许打开文件。请换一台电脑。",
        no_saving: "浏览器不允许保存文件。请改用打印，或换一台电脑。",
        too_big: "文件超过 8 MB，不是本程序存的文件。请换一个。",
        unreadable: "文件读不出来。请把它复制到本机再试。",
        no_word: "生成 Word 文件的程序没有装好。请检查网络后再试一次；仍不行时可以改存网页文件，或打印。",
        word_late: "生成 Word 文件超时。请再试一次；仍不行时可以改存网页文件，或打印。",
        word_failed: |said| format!("Word 文件没有生成（{said}）。可以改存网页文件，或打印。"),
        catalog: "问卷目录读不懂。请刷新页面；仍不行时请联系维护人员重新部署。",
        incomplete: |file| format!("问卷没有下载完整（{file}）。请检查网络后点“再试一次”。"),
        tampered: |file| {
            format!(
                "问卷文件与发布时不一致（{file}），不能使用。请刷新页面；仍不行时请联系维护人员。"
            )
        },
        other_version: |file| {
            format!("问卷文件与程序的版本不同（{file}）。请刷新页面取得同一版本。")
        },
        packs: |problem| format!("问卷有错误：{problem}。请联系维护人员。"),
    },
    register_full: |most| format!("最多登记 {most} 项。请先删掉不要紧的。"),
    remedy_day: "办好的日期要是今天或者以前的日子。",
};
