//! What the lawyer does with the report under review.

use super::{Desk, DeskEffect, DeskProblem, Form, FormField, FormKind, Open, Room, Spot, Stamp};
use crate::desk::{Act, Judged, Overlay, StepError, Trust};
use crate::kiosk::Effect;
use crate::report::Finding;

impl Desk {
    /// Looks at a case: its report is made again from the file.
    pub(super) fn opens(&mut self, at: usize, trust: Trust<'_>) {
        let Some(opened) = self.case(at).map(|case| case.reopen(&self.bench(trust))) else {
            return;
        };
        self.judged += 1;
        match opened {
            Ok(opened) => {
                let spot = match opened.checks.last() {
                    Some(check)
                        if check.integrity.holds() && !check.shown().findings.is_empty() =>
                    {
                        Spot::Finding(0)
                    }
                    _ => Spot::Trust,
                };
                self.open = Some(Box::new(Open { at, opened, spot }));
                self.goes(Room::Report);
            }
            Err(why) => self.error = Some(why),
        }
    }

    /// What was said about the last screen is no longer shown.
    pub(super) fn goes(&mut self, room: Room) {
        self.room = room;
        self.error = None;
        self.saved = None;
    }

    /// Looks at something of the report.
    pub(super) fn looks(&mut self, spot: Spot) {
        self.error = None;
        if let Some(open) = &mut self.open {
            open.spot = spot;
        }
    }

    /// Goes on among the findings; before the first stands the report's soundness, behind the last
    /// the whole.
    pub(super) fn moves(&mut self, forward: bool) -> Vec<Effect> {
        let Some((open, _, check)) = self.under_review() else { return Vec::new() };
        let count = check.shown().findings.len();
        let first = |at: Option<usize>| at.map_or(Spot::Trust, Spot::Finding);
        let spot = match (open.spot, forward) {
            (Spot::Trust, true) if count > 0 => Spot::Finding(0),
            (Spot::Finding(at), true) if at + 1 < count => Spot::Finding(at + 1),
            (_, true) => Spot::Whole,
            (Spot::Whole, false) => first(count.checked_sub(1)),
            (Spot::Finding(at), false) => first(at.checked_sub(1)),
            (Spot::Trust, false) => Spot::Trust,
        };
        self.turns(spot)
    }

    fn turns(&mut self, spot: Spot) -> Vec<Effect> {
        self.looks(spot);
        vec![DeskEffect::Turned.into()]
    }

    /// The next finding that nobody judged, round the end; the whole when there is none.
    pub(super) fn seeks(&mut self) -> Vec<Effect> {
        let open = self.open_findings();
        let here = match self.open.as_deref().map(|open| open.spot) {
            Some(Spot::Finding(at)) => Some(at),
            _ => None,
        };
        let ahead = open.iter().find(|at| here.is_none_or(|here| **at > here));
        let next = ahead.or(open.iter().find(|at| Some(**at) != here));
        self.turns(next.map_or(Spot::Whole, |at| Spot::Finding(*at)))
    }

    /// Does something with the finding that is looked at.
    fn with_finding<T>(
        &self,
        look: impl FnOnce(Option<(&Finding, &Judged<'_>)>, &Overlay<'_>) -> T,
    ) -> Option<T> {
        let (open, case, check) = self.under_review()?;
        let report = check.shown();
        let overlay = Overlay::of(report, &case.review.steps);
        let pair = match open.spot {
            Spot::Finding(at) => report.findings.get(at).zip(overlay.findings.get(at)),
            _ => None,
        };
        Some(look(pair, &overlay))
    }

    /// The finding that is looked at is right.
    pub(super) fn confirms(&mut self) -> Vec<Effect> {
        let id = self.with_finding(|pair, _| pair.map(|(finding, _)| finding.id.clone()));
        let Some(finding) = id.flatten() else { return Vec::new() };
        self.stamps(Act::Confirm { finding }, String::new(), None)
    }

    /// Begins a form about what is looked at; one that was begun already stays as it is.
    pub(super) fn begins(&mut self, kind: FormKind) {
        self.error = None;
        let form = self.with_finding(|pair, overlay| {
            let opinion = overlay.opinion.map(|stated| stated.what).unwrap_or_default();
            Form::begin(kind, pair, opinion)
        });
        let Some(form) = form else { return };
        let at = self.open.as_deref().map(|open| open.at);
        if let Some(case) = at.and_then(|at| self.case_mut(at)) {
            let known = |own: &Form| own.kind == form.kind && own.about == form.about;
            if !case.forms.iter().any(known) {
                case.forms.push(form);
            }
        }
    }

    /// The place of a form about what is looked at.
    fn form_at(&self, kind: &FormKind) -> Option<(usize, usize)> {
        let about = self.with_finding(|pair, _| pair.map(|(finding, _)| finding.id.clone()))?;
        let at = self.open.as_deref()?.at;
        let forms = &self.case(at)?.forms;
        let place = forms.iter().position(|form| form.kind == *kind && form.about == about)?;
        Some((at, place))
    }

    pub(super) fn types(&mut self, kind: &FormKind, field: FormField, text: String) {
        let Some((at, place)) = self.form_at(kind) else { return };
        let form = self.case_mut(at).and_then(|case| case.forms.get_mut(place));
        if let Some(form) = form {
            form.typed.insert(field, text);
        }
    }

    pub(super) fn drops(&mut self, kind: &FormKind) {
        self.error = None;
        if let Some((at, place)) = self.form_at(kind)
            && let Some(case) = self.case_mut(at)
        {
            case.forms.remove(place);
        }
    }

    /// The step of a form: it is stamped outside, then taken.
    pub(super) fn keeps(&mut self, kind: &FormKind) -> Vec<Effect> {
        let Some((at, place)) = self.form_at(kind) else { return Vec::new() };
        let Some(form) = self.case(at).and_then(|case| case.forms.get(place)).cloned() else {
            return Vec::new();
        };
        match self.with_finding(|pair, _| form.act(pair)) {
            Some(Ok(act)) => self.stamps(act, form.reason(), Some(kind.clone())),
            Some(Err(why)) => {
                self.error = Some(why.into());
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn stamps(&mut self, act: Act, reason: String, form: Option<FormKind>) -> Vec<Effect> {
        let Some((open, case, _)) = self.under_review() else { return Vec::new() };
        let at = open.at;
        let refused = if case.readable {
            case.review.accepts(&self.me, &act, &reason).err().map(DeskProblem::from)
        } else {
            Some(DeskProblem::Unreadable)
        };
        if let Some(why) = refused {
            self.error = Some(why.into());
            return Vec::new();
        }
        vec![DeskEffect::Stamp { case: at, act: Box::new(act), reason, form }.into()]
    }

    /// Takes a step that was stamped.
    pub(super) fn takes_step(&mut self, stamp: Stamp, trust: Trust<'_>) {
        let Stamp { id, at, case: place, act, reason, form } = stamp;
        let me = self.me.clone();
        let form = form.and_then(|kind| self.form_at(&kind));
        let Some(case) = self.case_mut(place) else { return };
        match case.review.add(id, at, &me, act, &reason) {
            Ok(()) => {
                case.unsaved = true;
                if let Some((_, place)) = form.filter(|(at, _)| *at == place) {
                    case.forms.remove(place);
                }
                self.error = None;
                self.settle(trust);
            }
            Err(why) => self.error = Some(refused(why)),
        }
    }
}

fn refused(why: StepError) -> crate::kiosk::Problem {
    DeskProblem::from(why).into()
}
