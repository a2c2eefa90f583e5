//! How pages send events: a callback in context, never a signal, which would merge two events.

use std::rc::Rc;

use leptos::prelude::*;

use crate::kiosk::Event;

/// Sends events to the state machine. Copied freely into handlers.
#[derive(Clone, Copy)]
pub(super) struct Dispatch(StoredValue<Option<Handler>, LocalStorage>);

/// What takes the events.
type Handler = Rc<dyn Fn(Event)>;

impl Dispatch {
    /// Not yet connected.
    pub(super) fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Connects it.
    pub(super) fn connect(self, handler: impl Fn(Event) + 'static) {
        self.0.set_value(Some(Rc::new(handler)));
    }

    /// The one in context.
    pub(super) fn from_context() -> Self {
        use_context::<Self>().unwrap_or_else(Self::new)
    }

    /// Sends an event; after the page is gone, does nothing.
    pub(super) fn send(self, event: Event) {
        if let Some(Some(handler)) = self.0.try_get_value() {
            handler(event);
        }
    }
}
