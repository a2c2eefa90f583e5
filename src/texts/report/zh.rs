//! In Chinese.

use chrono::Datelike;

use super::{Figures, Findings, Grades, Joints, Labels, Levels, Lists, Raised, Report, Verdict};

/// Numerals of the parts.
const NUMERALS: [&str; 14] =
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四"];

pub(in crate::texts) const ZH: Report = Report {
    name: "企业法治体检",
    title: "企业法治体检报告",
    no_name: "（未填企业名称）",
    statement: "这是企业自助填写后由程序生成的初筛结果，只反映填写的内容，不是法律意见，不作为行政机关、司法机关认定事实的依据。重要决定之前请找律师复核，公共法律服务热线 12348。",
    method: "等级参照风险管理通行的“可能性 × 影响”方法：15 分以上，或影响 5 分且可能性 3 分以上为红，10–14 分为橙，5–9 分为黄，4 分以下为蓝；涉及刑事、吊销、停业、拘留、人身伤亡的至少为橙，已过法定期限的为红。分界由本程序设定，不是国家标准。答“不清楚”和没有回答的不计入指数，只降低覆盖率；覆盖率不到 60% 不评级；有一项红色，总评即为“需要马上处理”。",
    ratios: "风险分是各项“可能性 × 影响”之和：适用的是与企业有关的项，已评的是其中答清楚的。指数 = 100 ×（1 − 有问题 ÷ 已评），覆盖率 = 已评 ÷ 适用。",
    joints: Joints {
        and: "、",
        then: "；",
        comma: "，",
        colon: "：",
        stop: "。",
        end: "。",
        aside: |remark| format!("（{remark}）"),
        numbered: |place, heading| {
            let numeral = place.checked_sub(1).and_then(|at| NUMERALS.get(at));
            numeral.map_or_else(|| heading.to_owned(), |numeral| format!("{numeral}、{heading}"))
        },
        pages: ["第 ", " 页，共 ", " 页"],
    },
    labels: Labels {
        day: "体检日期",
        scope: "范围",
        seal: "封印",
        first: |count| format!("先做这 {count} 件"),
        domains: "各方面",
        findings: |count| format!("全部 {count} 项，从重到轻"),
        advice: "改动最少的办法",
        calendar: "期限日历",
        unknowns: |count| format!("还要查清的 {count} 件事"),
        fine: "没有问题的、没有评的",
        services: "找谁帮忙",
        firm: "企业情况",
        sources: "引用的法规和问卷版本",
        packs: "问卷版本",
        method: "怎么算的",
        facts: "事实",
        basis: "依据（要旨，非原文）",
        effects: "后果",
        money: "可能要付多少",
        due: "期限",
        treatment: "怎么改",
        evidence: "留好这些",
        help: "找谁",
        working: "等级怎么来的",
        step: "先做",
        effort: "用时",
        cost: "可能要付",
        find_out: "到哪里查：",
        domain_columns: ["方面", "指数", "覆盖率", "结论"],
        calendar_columns: ["事项", "最后一天", "离到期", "依据和算法"],
    },
    verdict: Verdict {
        insufficient: |least, open, red| {
            let found = match red {
                0 => String::new(),
                red => format!("；已经发现 {red} 项红色风险，请先处理"),
            };
            format!("覆盖率不到 {least}%，还有 {open} 题要查清{found}")
        },
        urgent: |red, orange| match orange {
            0 => format!("发现 {red} 项红色风险"),
            orange => format!("发现 {red} 项红色风险，另有 {orange} 项橙色风险"),
        },
        orange: |orange| format!("没有红色风险，有 {orange} 项橙色风险要安排处理"),
        minor: |count| format!("没有红色和橙色风险，有 {count} 项可以改进"),
        none: "问到的事项里没有发现问题",
        gauge: |coverage| format!("法治健康指数 · 覆盖率 {coverage}%"),
        gauge_line: |index, coverage| format!("法治健康指数 {index}；覆盖率 {coverage}%"),
        count: |count| format!("{count} 项"),
        matrix: "可能性 × 影响：",
        matrix_cells: "可能性 × 影响：格里写着各项的编号",
        likelihood: |number| format!("可能性 {number}"),
        consequence: |number| format!("影响 {number}"),
        numbers: |numbers| format!("第 {numbers} 项"),
    },
    levels: Levels { red: "红", orange: "橙", yellow: "黄", blue: "蓝" },
    grades: Grades {
        good: "状况较好",
        watch: "需要关注",
        improve: "需要整改",
        urgent: "需要马上处理",
        insufficient: "资料不足，暂不评级",
    },
    modes: ["快速体检", "全面体检", "专项体检"],
    efforts: ["约一小时", "约一天", "约一周", "约一个月", "请律师"],
    raised: Raised {
        criminal: "涉刑事责任",
        revocation: "涉吊销",
        closure: "涉停业关闭",
        detention: "涉拘留",
        injury: "涉人身伤亡",
        overdue: "已过法定期限",
        orange: |reasons| format!("；{reasons}，按规则至少为橙"),
        red: |reasons| format!("；{reasons}，按规则为红"),
        missed: |title, day| format!("；“{title}”的期限 {day} 已经过了，按规则为红"),
    },
    figures: Figures {
        day: |day| format!("{} 年 {} 月 {} 日", day.year(), day.month(), day.day()),
        yuan: |sum| format!("{sum} 元"),
        most: |sum| format!("最多 {sum} 元"),
        between: |low, high| format!("{low} – {high} 元"),
        total: |count, range| {
            let (sum, overlap) = match count {
                1 => (format!("能算出金额的有 1 项：{range}。"), ""),
                many => {
                    (format!("能算出金额的有 {many} 项，合计：{range}。"), "各项之间可能重叠，")
                }
            };
            format!(
                "{sum}{overlap}多数要到逾期不改等前提出现才发生，不是预测；算不出的没有加进来。"
            )
        },
        left: |days| match days {
            ..0 => format!("已过 {} 天", days.unsigned_abs()),
            0 => "就是今天".to_owned(),
            _ => format!("还有 {days} 天"),
        },
        answered: |scope, count| format!("{scope}，答了 {count} 题"),
        packs: |count| format!("{count} 份问卷"),
        sealed: |seal| format!("封印 {seal}"),
        seal: |short, whole| {
            format!(
                "封印 {short}（全码 {whole}）由全部回答和结果按 SM3 算出，内容有一处改动就对不上。在本程序里打开报告文件，会按回答重新判定，不采信文件里写的结果。"
            )
        },
        working: |triggered, assessed, applicable| {
            format!(
                "指数 = 100 ×（1 − 有问题 {triggered} ÷ 已评 {assessed}）；覆盖率 = 已评 {assessed} ÷ 适用 {applicable}（风险分，各项“可能性 × 影响”之和）"
            )
        },
        overall: |working| format!("总评：{working}。"),
        score: |likelihood, consequence, score| {
            format!("可能性 {likelihood} × 影响 {consequence} = {score}")
        },
    },
    findings: Findings {
        how: |range, how| format!("{range}。怎么算的：{how}"),
        missing: |questions| format!("还算不出，先查清：{questions}"),
        missing_some: "还算不出，先补答有关的数",
        partly: "部分依据未读到原文，以现行规定为准。",
        unverified: "依据未经核对，以现行规定为准。",
        known: "，以现行规定为准",
        nothing: "答清楚的还不够，一项也没有评",
        clear_partly: |clear| format!("评了的 {clear} 项没有问题，其余没有查清"),
        clear: |clear| format!("评了 {clear} 项，都没有问题"),
        found: |found, clear| match clear {
            0 => format!("发现 {found} 项问题"),
            clear => format!("发现 {found} 项问题，{clear} 项没有问题"),
        },
        points: |triggered, assessed, applicable| {
            format!("风险分：有问题 {triggered}，已评 {assessed}，适用 {applicable}")
        },
        calendar: "按填的日期计算，只作提醒。文书上写了日期的，以文书为准。",
        counted: |start, counted| format!("起算日：{start}。{counted}"),
        advice: "下面是程序按规则试出来的：真正做到以后再体检，这些红色就不再出现。已经产生的责任不会因此消失。",
        change: |question, answer| format!("“{question}”做到“{answer}”"),
        together: "，同时",
        gone: |changes, titles| format!("{changes}，就不再有：{titles}"),
        fine: "没有发现问题",
        fine_partly: "评了的没有问题，还有没查清的",
        unseen: "没查清，一项也没有评",
        not_quick: "快速体检没有评",
        not_concerned: "按填的情况，没有要评的",
        checks: |names, clear| format!("{names}（共 {clear} 项）"),
    },
    lists: Lists {
        unknowns: "不清楚不算有问题，也不算没有问题。查清后回答，覆盖率和指数会重新计算。",
        answered_unknown: "答了“不清楚”",
        unanswered: "没有回答",
        service: |what, numbers| format!("{what}。用于第 {numbers} 项"),
        phone: |phone| format!("，电话 {phone}"),
        ask: "没有写电话、地址的，请咨询 12348。",
        reliefs: "法律写明的免费、减免和便利：",
        relief: |[service, what, basis, unsure]| {
            format!("{service}：{what}。依据：{basis}。{unsure}")
        },
        laws: "法规，按体检当天有效的版本：",
        packs: "问卷，括号里是内容指纹的前八位：",
    },
};
