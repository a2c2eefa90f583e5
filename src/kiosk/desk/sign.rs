//! The key and the signature.

use super::{Desk, DeskEffect, DeskProblem, Passphrase};
use crate::desk::{
    Frame, KeyFile, Reviewer, SHORTEST_PASSPHRASE, Signature, Trust, claim, content,
};
use crate::kiosk::{Effect, Problem, Trouble};
use crate::texts::Lang;

impl Desk {
    fn refuses(&mut self, why: DeskProblem) -> Vec<Effect> {
        self.error = Some(why.into());
        Vec::new()
    }

    fn works(&mut self, effect: DeskEffect) -> Vec<Effect> {
        self.error = None;
        self.working = true;
        vec![effect.into()]
    }

    /// A key file was read.
    pub(super) fn reads_key(&mut self, read: Result<Vec<u8>, Trouble>) {
        let file = read.map_err(Problem::from).and_then(|bytes| {
            KeyFile::read(&bytes).map_err(|error| DeskProblem::KeyFile(error).into())
        });
        match file {
            Ok(file) => {
                self.key_file = Some(file);
                self.error = None;
            }
            Err(why) => self.error = Some(why),
        }
    }

    /// Opens the key file that was chosen.
    pub(super) fn unlocks(&mut self, passphrase: Passphrase) -> Vec<Effect> {
        match self.key_file.clone() {
            Some(file) => self.works(DeskEffect::Unlock(Box::new(file), passphrase)),
            None => self.refuses(DeskProblem::NoKey),
        }
    }

    /// Makes a key for whoever reviews.
    pub(super) fn makes_key(&mut self, [passphrase, again]: [Passphrase; 2]) -> Vec<Effect> {
        if self.me == Reviewer::default() {
            return self.refuses(DeskProblem::Name);
        }
        if passphrase.0.chars().count() < SHORTEST_PASSPHRASE {
            return self.refuses(DeskProblem::Short);
        }
        if passphrase != again {
            return self.refuses(DeskProblem::Differ);
        }
        self.works(DeskEffect::MakeKey(self.me.clone(), passphrase))
    }

    /// A key was made: it is open, and its file goes to the lawyer.
    pub(super) fn has_made(&mut self, file: KeyFile, lang: Lang) -> Vec<Effect> {
        let name = (lang.texts().desk.key.file_name)(&file.frame.by.licence);
        let text = file.write();
        self.has_key(file.frame);
        vec![Effect::Save { name, kind: "application/json", text }]
    }

    /// A key is open; where nobody said who reviews, it is the lawyer whose key it is.
    pub(super) fn has_key(&mut self, frame: Frame) {
        if self.me == Reviewer::default() {
            self.me = frame.by.clone();
        }
        self.working = false;
        self.error = None;
        self.key_file = None;
        self.key = Some(frame);
    }

    /// Puts the key away.
    pub(super) fn drops_key(&mut self) -> Vec<Effect> {
        self.key = None;
        self.key_file = None;
        vec![DeskEffect::DropKey.into()]
    }

    /// Signs the review of the report that is open.
    pub(super) fn signs(&mut self) -> Vec<Effect> {
        let Some((open, case, _)) = self.under_review() else { return Vec::new() };
        let at = open.at;
        let refused = match &self.key {
            _ if !case.can_be_signed() => Some(DeskProblem::Doubtful),
            _ if case.review.steps.is_empty() => Some(DeskProblem::Nothing),
            None => Some(DeskProblem::NoKey),
            Some(key) if key.by.licence != self.me.licence => Some(DeskProblem::AnothersKey),
            Some(_) => None,
        };
        if let Some(why) = refused {
            return self.refuses(why);
        }
        let key = self.key.as_ref().map(|frame| frame.key.as_str()).unwrap_or_default();
        let claim = claim(&case.review, &self.me, key, self.today);
        match content(&case.review, &claim) {
            Some(content) => {
                self.works(DeskEffect::Sign { case: at, claim: Box::new(claim), content })
            }
            // Two steps under one id: somebody forged one of them.
            None => self.refuses(DeskProblem::Doubtful),
        }
    }

    /// A case was signed; the signature is verified as anybody's would be.
    pub(super) fn has_signed(
        &mut self,
        at: usize,
        signature: Signature,
        trust: Trust<'_>,
    ) -> Vec<Effect> {
        self.working = false;
        let Some(case) = self.case_mut(at) else { return Vec::new() };
        case.review.signatures.push(signature);
        case.unsaved = true;
        case.weigh(trust);
        vec![Effect::Verify(trust.proofs.open(&case.review))]
    }
}
