//! The register of trade secrets.

use super::counted;

/// The register of trade secrets.
#[derive(Debug)]
pub struct Register {
    /// Its name.
    pub heading: &'static str,
    /// Where it is kept and what may stand in it.
    pub lead: [&'static str; 2],
    /// It cannot be read and so not be changed.
    pub locked: &'static str,
    /// What an entry was taken out of the list.
    pub removed: fn(&str) -> String,
    /// Puts it back.
    pub restore: &'static str,
    /// The list of secrets.
    pub secrets: &'static str,
    /// There is none yet.
    pub no_secrets: &'static str,
    /// Adds one.
    pub add_secret: &'static str,
    /// The heading of the page that changes one.
    pub change_secret: &'static str,
    /// The list of posts.
    pub posts: &'static str,
    /// There is none yet.
    pub no_posts: &'static str,
    /// Adds one.
    pub add_post: &'static str,
    /// The heading of the page that changes one.
    pub change_post: &'static str,
    /// The minimum wage.
    pub wage: &'static str,
    /// What it is for.
    pub wage_hint: &'static str,
    /// Changes an entry.
    pub change: &'static str,
    /// The same, with its name.
    pub change_it: fn(&str) -> String,
    /// Takes an entry out.
    pub remove: &'static str,
    /// The same, with its name.
    pub remove_it: fn(&str) -> String,
    /// A finding of the check behind how it came out.
    pub line: fn(&str) -> String,
    /// The articles that it rests on.
    pub basis: fn(&str) -> String,
    /// What comes when the list is done.
    pub then: &'static str,
    /// Shows the booklet.
    pub booklet: &'static str,
    /// There is no report to make it with.
    pub no_booklet: &'static str,
    /// So many fields are wrong.
    pub wrong: fn(usize) -> String,
    /// Keeps an entry.
    pub keep: &'static str,
    /// Who holds a post, behind its name.
    pub holder: fn(&str) -> String,
    /// No agreement was signed.
    pub unsigned: &'static str,
    /// An amount.
    pub yuan: fn(&str) -> String,
    /// A number of months.
    pub months: fn(u32) -> String,
    /// Nothing wrong was found.
    pub fine: &'static str,
    /// To be found out.
    pub open: &'static str,
    /// Against the rules.
    pub fails: &'static str,
    /// A class of secrets: technical.
    pub technical: &'static str,
    /// A class of secrets: business.
    pub business: &'static str,
    /// A class of secrets: any other.
    pub other: &'static str,
    /// Label of each field, and how to fill it in.
    pub fields: Fields,
}

/// A label, and how to fill the field in; nothing where the label says it.
type Field = (&'static str, Option<&'static str>);

/// Label of each field, and how to fill it in.
#[derive(Debug)]
pub struct Fields {
    /// Class of a secret.
    pub class: Field,
    /// Name of a secret.
    pub name: Field,
    /// What holds it.
    pub carrier: Field,
    /// Who keeps it.
    pub keeper: Field,
    /// Name of a post.
    pub post: Field,
    /// Who holds it.
    pub holder: Field,
    /// When the agreement on confidentiality was signed.
    pub nda_signed: Field,
    /// When it ends.
    pub nda_until: Field,
    /// When the holder left.
    pub left_on: Field,
    /// Months of the restraint.
    pub months: Field,
    /// When the restraint ends.
    pub until: Field,
    /// Monthly pay.
    pub pay: Field,
    /// Monthly compensation.
    pub compensation: Field,
}

pub(super) const ZH: Register = Register {
    heading: "商业秘密登记",
    lead: [
        "登记只存在企业自己的文件里：不进报告、二维码、任何汇总，也不离开这台机器。",
        "只写名称，不写秘密的内容。写完请存一份新文件，不存就没有了。",
    ],
    locked: "这份文件里的登记，这个程序读不出来（可能是更新的版本写的）。它会原样留在文件里，在这里不能改。",
    removed: |name| format!("已经删掉“{name}”。"),
    restore: "恢复",
    secrets: "秘密清单",
    no_secrets: "还没有登记。先写最要紧的十来样。",
    add_secret: "添加一项秘密",
    change_secret: "改一项秘密",
    posts: "关键岗位",
    no_posts: "还没有登记。写下能接触秘密的岗位。",
    add_post: "添加一个岗位",
    change_post: "改一个岗位",
    wage: "劳动合同履行地的月最低工资（元）",
    wage_hint: "核对竞业补偿用，标准请咨询 12333。可不填",
    change: "改",
    change_it: |name| format!("改：{name}"),
    remove: "删除",
    remove_it: |name| format!("删除：{name}"),
    line: |text| format!("：{text}"),
    basis: |basis| format!("依据：{basis}"),
    then: "做好以后",
    booklet: "看一企一册",
    no_booklet: "先做完一次体检，有了报告，才能出一企一册。",
    wrong: |count| format!("有 {count} 处要改，改好再记下。已经填的都还在。"),
    keep: "记下",
    holder: |name| format!("（{name}）"),
    unsigned: "没有签",
    yuan: |sum| format!("{sum} 元"),
    months: |months| format!("{months} 个月"),
    fine: "没有发现问题",
    open: "要查清",
    fails: "不合规定",
    technical: "技术信息",
    business: "经营信息",
    other: "其他商业信息",
    fields: Fields {
        class: ("类别", None),
        name: ("名称", Some("只写名称，不写秘密的内容")),
        carrier: ("载体和存放", Some("例如：工艺卡，技术部保险柜。可不填")),
        keeper: ("保管人", Some("可不填")),
        post: ("岗位", Some("例如：技术主任")),
        holder: ("在岗的人", Some("可不填")),
        nda_signed: ("保密协议签订日", Some("只输数字，例如 20241121。没有签就留空")),
        nda_until: ("保密协议到期日", Some("只输数字，例如 20261121。没有写到期就留空")),
        left_on: ("离职日", Some("还在岗就留空")),
        months: ("竞业限制月数", Some("协议约定离职后限制几个月。没有约定就留空")),
        until: ("竞业限制到期日", Some("只输数字，例如 20241121")),
        pay: ("月平均工资", Some("元，离职前十二个月的平均；在岗的按现在估")),
        compensation: ("每月竞业补偿", Some("元，协议约定的数。没有约定就留空")),
    },
};

pub(super) const EN: Register = Register {
    heading: "Register of trade secrets",
    lead: [
        "The register is kept in the company’s own file only. It goes into no report, no QR code and no statistics, and it does not leave this machine. ",
        "Write the names only, never the secret itself. Save a new file when you are done; otherwise it is lost.",
    ],
    locked: "This program cannot read the register in this file (a later version may have written it). It stays in the file as it is and cannot be changed here.",
    removed: |name| format!("“{name}” was deleted."),
    restore: "Restore",
    secrets: "Secrets",
    no_secrets: "Nothing yet. Begin with the ten or so that matter most.",
    add_secret: "Add a secret",
    change_secret: "Change a secret",
    posts: "Key posts",
    no_posts: "Nothing yet. Write down the posts that know the secrets.",
    add_post: "Add a post",
    change_post: "Change a post",
    wage: "Monthly minimum wage at the place of work (yuan)",
    wage_hint: "For the check of the non-compete compensation; ask 12333 for the amount. May be left out",
    change: "Change",
    change_it: |name| format!("Change: {name}"),
    remove: "Delete",
    remove_it: |name| format!("Delete: {name}"),
    line: |text| format!(": {text}"),
    basis: |basis| format!("Legal basis: {basis}"),
    then: "When it is done",
    booklet: "Show the booklet",
    no_booklet: "The booklet needs a report: finish a check first.",
    wrong: |count| {
        let fields = counted(count, "field needs", "fields need");
        format!("{fields} a change before this can be kept. What you entered is still there.")
    },
    keep: "Keep",
    holder: |name| format!(" ({name})"),
    unsigned: "not signed",
    yuan: |sum| format!("{sum} yuan"),
    months: |months| match months {
        1 => "1 month".to_owned(),
        many => format!("{many} months"),
    },
    fine: "Nothing wrong found",
    open: "To be found out",
    fails: "Against the rules",
    technical: "Technical information",
    business: "Business information",
    other: "Other commercial information",
    fields: Fields {
        class: ("Class", None),
        name: ("Name", Some("The name only, never the secret itself")),
        carrier: (
            "Carrier and place",
            Some("For example: process sheet, safe of the engineering department. May be left out"),
        ),
        keeper: ("Keeper", Some("May be left out")),
        post: ("Post", Some("For example: chief engineer")),
        holder: ("Who holds it", Some("May be left out")),
        nda_signed: (
            "Confidentiality agreement signed on",
            Some("Digits only, for example 20241121. Leave empty if none was signed"),
        ),
        nda_until: (
            "Confidentiality agreement ends on",
            Some("Digits only, for example 20261121. Leave empty if it has no end"),
        ),
        left_on: ("Left on", Some("Leave empty if still in the post")),
        months: (
            "Months of the non-compete",
            Some("How many months after leaving the agreement covers. Leave empty if none"),
        ),
        until: ("Non-compete ends on", Some("Digits only, for example 20241121")),
        pay: (
            "Average monthly pay",
            Some("Yuan; average of the twelve months before leaving, or an estimate of today’s"),
        ),
        compensation: (
            "Monthly non-compete compensation",
            Some("Yuan, as agreed. Leave empty if none"),
        ),
    },
};
