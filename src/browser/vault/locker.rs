//! Store and sentinel together: what is in them, what a code opens, and that they are empty.

use super::seal::{self, Sealer};
use super::store::{self, Store};
use super::{Records, found, owner, sentinel};
use crate::kiosk::{Code, Found, Record, Sentinel, Why};

/// What there is, for a window that has not said that it wants anything.
pub(super) async fn look() -> Found {
    if seal::subtle().is_none() {
        return Found::Unusable(Why::NoCrypto);
    }
    match owner::is_taken().await {
        None => Found::Unusable(Why::NoLocks),
        Some(true) => Found::Elsewhere,
        Some(false) => contents().await,
    }
}

/// What there is. A deletion that was cut short is done now.
pub(super) async fn contents() -> Found {
    if !sentinel::works() {
        return Found::Unusable(Why::NoStore);
    }
    let said = sentinel::read();
    if said == Some(Sentinel::Forgetting) && !forget().await {
        return Found::Unusable(Why::NotForgotten);
    }
    let said = sentinel::read();
    let read = match store::exists().await {
        None => Err(Why::NoStore),
        Some(false) => Ok(Records::new()),
        Some(true) => records().await.map(|(_, records)| records),
    };
    match read {
        Ok(records) => found(said.as_ref(), records),
        Err(why) if said.is_none() => Found::Unusable(why),
        // There is a store that cannot be read: as if one damaged record were in it.
        Err(_) => found(said.as_ref(), vec![(0, None)]),
    }
}

/// The records of the store.
pub(super) async fn records() -> Result<(Store, Records), Why> {
    let store = Store::open().await?;
    let read = |(number, bytes): (u64, Vec<u8>)| {
        let record = Record::read(&bytes);
        // A record under another's number is none.
        (number, record.filter(|record| record.head.generation == number))
    };
    let records = store.records().await?.into_iter().map(read).collect();
    Ok((store, records))
}

/// The newest sound record, opened; nothing when the code does not open it.
pub(super) async fn open(
    code: &Code,
    records: &Records,
) -> Result<Option<(Sealer, Record, Vec<u8>)>, Why> {
    let sound = records.iter().filter_map(|(_, record)| record.as_ref());
    let Some(record) = sound.max_by_key(|record| record.head.generation) else { return Ok(None) };
    let head = &record.head;
    let sealer = Sealer::of(code, head.salt, head.rounds).await.ok_or(Why::NoCrypto)?;
    let opened = sealer.open(head, &record.body).await;
    Ok(opened.map(|bytes| (sealer, record.clone(), bytes)))
}

/// Deletes everything, and looks whether it is gone.
pub(super) async fn forget() -> bool {
    let marked = sentinel::write(&Sentinel::Forgetting).is_ok();
    if store::exists().await == Some(true) {
        if let Ok(store) = Store::open().await {
            let emptied = store.clear().await.is_ok();
            drop(store);
            if !emptied {
                return false;
            }
        }
        store::delete().await;
    }
    let gone = store::exists().await == Some(false);
    if gone {
        sentinel::remove();
    }
    gone && marked && sentinel::read().is_none()
}
