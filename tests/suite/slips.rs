//! Slips and sheets: each says what its report says, and invents nothing.

use std::process::Command;

use serde_json::json;
use tijian::questionnaire::{Flag, Office, SlipKind};
use tijian::report::slips::{
    SecretsRegister, evidence, needed, referral, remediation, secrets_booklet,
};
use tijian::report::{Document, Report, build, html, short_seal, text};
use tijian::texts::Lang;

use crate::firms::checks;
use crate::packs::Packs;
use crate::support::{compiled, day, library};

fn reports() -> impl Iterator<Item = (String, Report)> {
    let checks = checks(&compiled()).into_iter();
    checks.map(|(file, check)| (file, build(&check, &library())))
}

fn report_of(name: &str) -> Report {
    let found = checks(&compiled()).into_iter().find(|(file, _)| file == name);
    build(&found.expect(name).1, &library())
}

fn slip(report: &Report, service: &str, offices: &[Office]) -> String {
    text::render(&referral(report, &library(), service, 1, offices).expect(service))
}

/// What a text must hold; how days are spaced is not looked at.
pub(crate) fn says(text: &str, wanted: &str) {
    let plain = |text: &str| text.replace(char::is_whitespace, "");
    assert!(plain(text).contains(&plain(wanted)), "{wanted} in\n{text}");
}

fn office(service: &str, district: Option<&str>, name: &str) -> Office {
    Office {
        service: service.to_owned(),
        district: district.map(str::to_owned),
        name: name.to_owned(),
        address: Some("某路 1 号".to_owned()),
        phone: None,
        hours: Some("工作日".to_owned()),
    }
}

#[test]
fn every_service_that_a_firm_needs_has_a_slip_and_no_other() {
    let library = library();
    for (file, report) in reports() {
        let wanted: Vec<&str> = needed(&report).iter().map(|one| one.id.as_str()).collect();
        for service in &library.services.services {
            let slip = referral(&report, &library, &service.id, 7, &[]);
            assert_eq!(
                slip.is_some(),
                wanted.contains(&service.id.as_str()),
                "{file} {}",
                service.id
            );
            let Some(slip) = slip else { continue };
            let shown = text::render(&slip);
            says(&shown, "-20261121-07");
            says(&shown, &short_seal(&report.seal));
            says(&shown, "地址：请咨询 12348");
            says(&shown, "办理结果");
            service.bring.iter().for_each(|piece| says(&shown, &format!("☐ {piece}")));
            let first = report
                .findings
                .iter()
                .find(|found| found.services.iter().any(|one| one.id == service.id));
            let first = first.expect("a finding");
            says(&shown, &first.title);
            first.evidence.iter().for_each(|piece| says(&shown, &format!("☐ {piece}")));
            let open = service.slip == SlipKind::Referral || !first.flags.contains(&Flag::Criminal);
            for fact in &first.because {
                assert_eq!(shown.contains(&fact.shown.replace('\n', " ")), open, "{file} {shown}");
            }
        }
    }
}

#[test]
fn a_slip_names_relief_with_its_article_and_the_nearest_deadline() {
    let shown = slip(&report_of("fined"), "reconsideration", &[]);
    says(&shown, "转介-20261121-01");
    says(&shown, "申请行政复议不收任何费用。依据：《行政复议法》第87条（2023修订）");
    says(&shown, "申请行政复议：2026年12月8日，还有 17 天");
    let shown = slip(&report_of("restaurant"), "lawyer", &[]);
    says(&shown, "收不收费、有没有减免，请咨询 12348。");
}

#[test]
fn an_office_of_the_configuration_appears_where_it_serves_the_firm() {
    let report = report_of("fined");
    let district = report.firm["district"].as_str().expect("a district").to_owned();
    let offices = [
        office("reconsideration", Some("elsewhere"), "远处的窗口"),
        office("reconsideration", Some(&district), "近处的窗口"),
        office("mediation", None, "别的服务"),
    ];
    let shown = slip(&report, "reconsideration", &offices);
    says(&shown, "单位：近处的窗口");
    says(&shown, "地址：某路 1 号");
    says(&shown, "办公时间：工作日");
    // The office has no number of its own; the national one of the service stands.
    says(&shown, "电话：12348");
    assert!(!shown.contains("远处的窗口") && !shown.contains("别的服务"), "{shown}");
    let shown = slip(&report, "reconsideration", &offices[..1]);
    says(&shown, "远处的窗口");
}

#[test]
fn a_consultation_bears_no_name_and_a_referral_does() {
    let report = report_of("fined");
    let name = report.firm["name"].as_str().expect("a name");
    assert!(!slip(&report, "market-bureau", &[]).contains(name));
    says(&slip(&report, "lawyer", &[]), name);
    let mut nameless = report.clone();
    nameless.firm.remove("name");
    says(&slip(&nameless, "lawyer", &[]), "企业名称：＿");
}

#[test]
fn the_lists_follow_the_report() {
    for (file, report) in reports() {
        let (wall, kept) = (remediation(&report), evidence(&report));
        let (wall, kept) = (text::render(&wall), text::render(&kept));
        let mut from = 0;
        for found in &report.findings {
            let at =
                wall[from..].find(&found.title).unwrap_or_else(|| panic!("{file} {}", found.id));
            from += at;
            found.treatment.iter().for_each(|step| says(&wall, &step.action));
            says(&kept, &found.title);
            found.evidence.iter().for_each(|piece| says(&kept, &format!("☐ {piece}")));
        }
    }
    says(&text::render(&remediation(&report_of("healthy"))), "没有发现要整改的问题");
    says(&text::render(&remediation(&report_of("fined"))), "什么时候前 2026年12月8日");
}

#[test]
fn the_page_of_a_sheet_is_headed_by_its_title() {
    let page = html::render(&remediation(&report_of("fined")));
    says(&page, "<h1 class=\"kind\">整改清单</h1>");
    says(&page, "<section class=\"sheet\">");
    let page = html::render(&Document::of(&report_of("fined"), &library(), Lang::Zh));
    assert_eq!(page.matches("<h1").count(), 1);
}

fn register() -> serde_json::Value {
    json!({"minimum_wage": 2137, "secrets": [
        {"class": "business", "name": "底价表乙", "form": "财务电脑", "keeper": "老钱"},
        {"class": "technical", "name": "退火曲线甲", "form": "保险柜", "keeper": "老赵"},
    ], "posts": [
        {"post": "炉前主任", "holder": "孙某某", "nda_signed": "2024-01-05", "nda_until": "2026-12-10",
         "noncompete_months": 36, "monthly_pay": 23456},
        {"post": "仓管", "nda_until": "2027-01-01"},
    ]})
}

#[test]
fn the_booklet_lists_the_register_and_says_which_line_fails() {
    let register: SecretsRegister = serde_json::from_value(register()).expect("a register");
    let report = report_of("crystal");
    let booklet = secrets_booklet(&report, &library(), &register, day("2026-11-22"));
    let shown = text::render(&booklet);
    let place = |wanted: &str| shown.find(wanted).unwrap_or_else(|| panic!("{wanted}: {shown}"));
    assert!(place("退火曲线甲：类别 技术信息") < place("底价表乙：类别 经营信息"));
    says(
        &shown,
        "炉前主任（孙某某）：保密协议签订日 2024年1月5日；保密协议到期 2026年12月10日，还有 18 天，该续签了",
    );
    says(&shown, "仓管：保密协议签订日 没有签");
    says(&shown, "不合规定：期限约定 36 个月，离职后最长二年（24 个月）（《劳动合同法》第24条）");
    says(&shown, "可以要求每月付 7,036.8 元");
    says(&shown, "《劳动争议解释（一）》第36条");
    for nature in ["秘密性", "价值性", "保密措施", "三十万元"] {
        says(&shown, nature);
    }
    for article in ["《反不正当竞争法》第10条", "《刑法》第219条", "《知识产权刑事解释》第17条"]
    {
        says(&shown, article);
    }
    // Every article that the booklet cites is in the register of laws.
    assert!(!shown.contains("以现行规定为准"), "{shown}");
}

/// There is no way from a register into a report, nor into the file of answers.
#[test]
fn nothing_of_a_register_is_in_a_report() {
    let own: SecretsRegister = serde_json::from_value(register()).expect("a register");
    let report = report_of("crystal");
    let before = serde_json::to_value(&report).expect("JSON");
    let _ = secrets_booklet(&report, &library(), &own, day("2026-11-22"));
    assert_eq!(serde_json::to_value(&report).expect("JSON"), before);
    // Even a report file to which somebody added a register loses it when it is read.
    let mut file = before;
    file["register"] = register();
    let read: Report = serde_json::from_value(file).expect("a report");
    let (document, json) =
        (Document::of(&read, &library(), Lang::Zh), serde_json::to_string(&read));
    assert!(serde_json::to_value(&read).expect("JSON").get("register").is_none());
    let all = text::render(&document) + &html::render(&document) + &json.expect("JSON");
    for private in ["退火曲线甲", "底价表乙", "老赵", "炉前主任", "孙某某", "23456", "2137"]
    {
        assert!(!all.contains(private), "{private}");
    }
}

#[test]
fn the_program_renders_sheets_and_says_what_is_missing() {
    let report = serde_json::to_vec(&report_of("fined")).expect("JSON");
    let own = json!({"schema": 1, "register": register()}).to_string();
    let files = Packs::new(&[("report.json", &report), ("own.json", own.as_bytes())]);
    let path = |name: &str| files.0.join(name).display().to_string();
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tijian"));
        command.current_dir(env!("CARGO_MANIFEST_DIR"));
        command.args(["render", &path("report.json"), "--to", "text", "--sheet"]);
        let output = command.args(more).output().expect("the program runs");
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).expect("UTF-8"))
    };
    let good = |more: &[&str], wanted: &str| {
        let (success, said) = run(more);
        assert!(success, "{said}");
        says(&said, wanted);
    };
    // The number of a slip is the place of its service among those that the report needs.
    good(&["referral:reconsideration"], "编号：转介-20261121-02");
    good(&["remediation"], "整改清单");
    good(&["evidence"], "证据清单");
    good(&["secrets", "--register", &path("own.json")], "退火曲线甲");
    let bad = |more: &[&str], wanted: &str| {
        let (success, said) = run(more);
        assert!(!success, "{said}");
        says(&said, wanted);
    };
    bad(&["secrets"], "secrets 要用 --register");
    bad(&["secrets", "--register", &path("report.json")], "register");
    bad(&["referral:notary"], "没有要找 notary 的事，可以写：lawyer、reconsideration");
    bad(&["poster"], "可以写 referral:服务代码");
}
