//! What a shared terminal says of itself: that it is about to be cleared, and that it was.

use super::counted;

/// What a shared terminal says of itself.
#[derive(Debug)]
pub struct Terminal {
    /// Asks whether anybody is there.
    pub still_there: &'static str,
    /// The unit behind the countdown, with the space before it.
    pub seconds: &'static str,
    /// What happens if nobody is.
    pub about_to_clear: &'static str,
    /// What is said aloud: so many seconds are left.
    pub spoken: fn(u64) -> String,
    /// Somebody is there.
    pub stay: &'static str,
    /// Nothing is left of the visit before.
    pub clean: &'static str,
    /// Something is left in the browser that is not of that visit.
    pub unclean: &'static str,
    /// Which places were looked at.
    pub looked: fn(&str) -> String,
    /// Between such places.
    pub and: &'static str,
    /// A place that holds so many entries.
    pub entries: fn(&str, u32) -> String,
    /// A place that the browser does not let the page look into.
    pub unseen: fn(&str) -> String,
    /// The places in which a browser keeps what pages give it.
    pub stores: Stores,
}

/// The places in which a browser keeps what pages give it.
#[derive(Debug)]
pub struct Stores {
    /// `localStorage`.
    pub local: &'static str,
    /// `sessionStorage`.
    pub session: &'static str,
    /// IndexedDB.
    pub databases: &'static str,
    /// Caches.
    pub caches: &'static str,
    /// Cookies.
    pub cookies: &'static str,
    /// Private files.
    pub files: &'static str,
}

pub(super) const ZH: Terminal = Terminal {
    still_there: "还在吗？",
    seconds: " 秒",
    about_to_clear: "一会儿没有人操作，这次的内容就会从这台机器上清除。",
    spoken: |seconds| format!("还有 {seconds} 秒清除。要接着做，请按“继续”。"),
    stay: "继续",
    clean: "已清除：本机没有留下刚才的内容",
    unclean: "刚才的内容已清除，但浏览器里还有别的东西，请告诉工作人员",
    looked: |places| format!("查看过：{places}"),
    and: "、",
    entries: |place, entries| format!("{place}：{entries} 项"),
    unseen: |place| format!("{place}：浏览器不让查看"),
    stores: Stores {
        local: "本地存储",
        session: "会话存储",
        databases: "浏览器数据库",
        caches: "缓存",
        cookies: "Cookie",
        files: "浏览器私有文件",
    },
};

pub(super) const EN: Terminal = Terminal {
    still_there: "Are you still there?",
    seconds: " s",
    about_to_clear: "If nobody touches the screen, everything of this visit will soon be erased from this machine.",
    spoken: |seconds| {
        let seconds = match seconds {
            1 => "1 second".to_owned(),
            many => format!("{many} seconds"),
        };
        format!("{seconds} until everything is erased. To go on, press “Continue”.")
    },
    stay: "Continue",
    clean: "Erased: nothing of the visit before is left on this machine",
    unclean: "The visit before is erased, but the browser holds something else. Please tell the staff",
    looked: |places| format!("Looked at: {places}"),
    and: ", ",
    entries: |place, entries| {
        let entries = usize::try_from(entries).unwrap_or(usize::MAX);
        format!("{place}: {}", counted(entries, "entry", "entries"))
    },
    unseen: |place| format!("{place}: the browser does not let us look"),
    stores: Stores {
        local: "local storage",
        session: "session storage",
        databases: "browser databases",
        caches: "caches",
        cookies: "cookies",
        files: "private files of the browser",
    },
};
