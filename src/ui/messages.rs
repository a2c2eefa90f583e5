//! Words of the interface that do not depend on state.

pub(super) const NAME: &str = "企业法治体检";
pub(super) const BACK: &str = "上一步";
pub(super) const NEXT: &str = "下一题";
pub(super) const UNKNOWN: &str = "不清楚";
pub(super) const SKIP: &str = "跳过";
pub(super) const END: &str = "结束并清除";
pub(super) const DISCLAIMER: &str = "自助初筛，不代替律师意见；内容没有离开这台机器";
pub(super) const METHOD: &str = "等级参照风险管理通行的“可能性 × 影响”方法：15 分以上，或影响 5 分且可能性 3 分以上为红，10–14 分为橙，5–9 分为黄，4 分以下为蓝；涉及刑事、吊销、停业、拘留、人身伤亡的至少为橙，已过法定期限的为红。分界由本程序设定，不是国家标准。答“不清楚”和没有回答的不计入指数，只降低覆盖率；覆盖率不到 60% 不评级；有一项红色，总评即为“需要马上处理”。";
pub(super) const STATEMENT: &str = "这是企业自助填写后由程序生成的初筛结果，只反映填写的内容，不是法律意见，不作为行政机关、司法机关认定事实的依据。重要决定之前请找律师复核，公共法律服务热线 12348。";
