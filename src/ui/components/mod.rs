//! Parts that pages share.

mod actions;
mod blocks;
mod date_field;
mod end_dialog;
mod figures;
mod finding_card;
mod level_badge;
mod notice;
mod number_field;
mod options;
mod pad;
mod receipt;
mod saved;
mod shell;
mod text_field;
mod warning;
mod why;

pub(super) use actions::Actions;
pub(super) use blocks::{Pairs, blocks};
pub(super) use date_field::{DateField, with_dashes};
pub(super) use end_dialog::EndDialog;
pub(super) use finding_card::FindingCard;
pub(super) use level_badge::{LevelBadge, class as level_class};
pub(super) use notice::NoticeBar;
pub(super) use number_field::NumberField;
pub(super) use options::{ChoiceList, MultiList, Tick};
pub(super) use pad::Pad;
pub(super) use receipt::Receipt;
pub(super) use saved::{Refused, Saved};
pub(super) use shell::Shell;
pub(super) use text_field::TextField;
pub(super) use warning::Warning;
pub(super) use why::Why;
