//! What to gather before trade secrets are reported to the police.

use super::{labels, text, ticks};
use crate::report::document::Block;
use crate::report::{Library, Report};

/// One thing to be shown: what it is, what shows it, which articles ask for it.
struct Proof {
    what: &'static str,
    pieces: &'static [&'static str],
    basis: &'static [&'static str],
}

const PROOFS: [Proof; 5] = [
    Proof {
        what: "秘密性：同行普遍不知道，又不容易得到",
        pieces: &[
            "秘密点说明：哪几处是外面没有的",
            "公开渠道的检索记录、鉴定意见",
            "研发或整理的记录、版本、日期",
        ],
        basis: &["anti-unfair-competition-law 10", "trade-secret-ji 3", "trade-secret-ji 4"],
    },
    Proof {
        what: "价值性：因为别人不知道，所以值钱",
        pieces: &["研发投入的账", "靠它得来的订单、收益", "许可合同、评估报告"],
        basis: &["anti-unfair-competition-law 10", "trade-secret-ji 7"],
    },
    Proof {
        what: "保密措施：被侵犯以前就有的",
        pieces: &[
            "保密协议、保密条款",
            "保密规定和签收、培训记录",
            "密级标记、权限设置、门禁记录",
            "离职交接、返还清除的记录",
        ],
        basis: &["trade-secret-ji 5", "trade-secret-ji 6"],
    },
    Proof {
        what: "谁、怎样侵犯的",
        pieces: &[
            "对方的岗位、权限，能接触到的证明",
            "登录、下载、外发的日志",
            "对方的产品、网页、文件与自己的比对",
        ],
        basis: &["criminal-law 219", "ip-crime-ji 16", "anti-unfair-competition-law 39"],
    },
    Proof {
        what: "数额：损失、违法所得三十万元以上等，才算情节严重",
        pieces: &[
            "少卖的数量、每件的合理利润",
            "合理的许可使用费",
            "为补救花的钱",
            "对方的销量、利润",
        ],
        basis: &["ip-crime-ji 17", "ip-crime-ji 18"],
    },
];

pub(super) fn blocks(report: &Report, library: &Library) -> Vec<Block> {
    let lead = "只收集真实的、自己合法拿得到的；日志和设备原样封存，不进入对方的系统。先请律师看够不够立案。";
    let mut blocks = vec![text(lead)];
    for proof in &PROOFS {
        let basis = labels(report, library, proof.basis);
        blocks.push(Block::Text(format!("{}（{basis}）", proof.what)));
        blocks.push(ticks(proof.pieces));
    }
    blocks
}

/// Every article of the list.
pub(super) fn basis() -> impl Iterator<Item = &'static str> {
    PROOFS.iter().flat_map(|proof| proof.basis).copied()
}
