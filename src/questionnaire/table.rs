//! A list whose positions are typed, so that an item's position cannot be used for a finding's.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// Position in a [`Table`] of `T`.
pub struct Ix<T>(u32, PhantomData<fn() -> T>);

/// A list that only grows; its positions come only from [`Table::push`] and iteration.
#[derive(Clone, Debug)]
pub struct Table<T>(Vec<T>);

impl<T> Ix<T> {
    /// The position as a number from 0.
    #[must_use]
    pub fn number(self) -> usize {
        self.0 as usize
    }

    /// The position after this one, which may be past the end; for ranges.
    #[must_use]
    pub fn following(self) -> Self {
        Self::at(self.number() + 1)
    }

    fn at(number: usize) -> Self {
        Self(u32::try_from(number).unwrap_or(u32::MAX), PhantomData)
    }
}

impl<T> Table<T> {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds at the end and returns the position.
    pub fn push(&mut self, value: T) -> Ix<T> {
        self.0.push(value);
        Ix::at(self.0.len() - 1)
    }

    /// The value at a position of this table.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "positions are made by this table and it never shrinks"
    )]
    pub fn at(&self, ix: Ix<T>) -> &T {
        &self.0[ix.number()]
    }

    /// The value at a position of this table, to be changed.
    #[expect(
        clippy::indexing_slicing,
        reason = "positions are made by this table and it never shrinks"
    )]
    pub fn at_mut(&mut self, ix: Ix<T>) -> &mut T {
        &mut self.0[ix.number()]
    }

    /// Values in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }

    /// Positions in order.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = Ix<T>> + use<T> {
        (0..self.0.len()).map(Ix::at)
    }

    /// Positions and values in order.
    pub fn entries(&self) -> impl Iterator<Item = (Ix<T>, &T)> {
        self.0.iter().enumerate().map(|(number, value)| (Ix::at(number), value))
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One value for every position of a table of `K`.
#[derive(Clone, Debug)]
pub struct Column<K, V>(Vec<V>, PhantomData<fn() -> K>);

impl<K, V: PartialEq> PartialEq for Column<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K, V> Column<K, V> {
    /// The same value everywhere.
    #[must_use]
    pub fn filled(table: &Table<K>, value: V) -> Self
    where
        V: Clone,
    {
        Self(vec![value; table.len()], PhantomData)
    }

    /// The value at a position of the table that the column was made for.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "as long as its table, which never shrinks")]
    pub fn at(&self, ix: Ix<K>) -> &V {
        &self.0[ix.number()]
    }

    /// The value at a position of the table that the column was made for, to be changed.
    #[expect(clippy::indexing_slicing, reason = "as long as its table, which never shrinks")]
    pub fn at_mut(&mut self, ix: Ix<K>) -> &mut V {
        &mut self.0[ix.number()]
    }

    /// Values in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &V> {
        self.0.iter()
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Ix<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ix<T> {}

impl<T> PartialEq for Ix<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Ix<T> {}

impl<T> PartialOrd for Ix<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Ix<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T> Hash for Ix<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for Ix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
