//! A disk that fails at a chosen moment: SQLite's own way to files, but that one read, write, sync, truncation or lock does not
//! succeed. So does whatever of its kind, as often as it is asked.
//!
//! The environment says which: `CARTWRIGHT_FAULT="sync 37 shop.sqlite,shop.sqlite-wal"` is the 37th sync of these two files,
//! counted from the start of the process. Only a program built with the feature `faults` listens, which the shop as it is served
//! is not.

#![expect(unsafe_code, reason = "SQLite is told in C how files are read and written")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{LazyLock, Once};

use domain::codes;
use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

codes! {
    /// What a disk does for SQLite.
    Deed {
        /// Reads a page or a frame.
        Read = "read",
        /// Writes one. When it fails, the first half of it is written.
        Write = "write",
        /// Makes sure that what was written stays.
        Sync = "sync",
        /// Cuts a file off.
        Truncate = "truncate",
        /// Locks a part of the log's index.
        Lock = "lock",
    }
}

/// Which deed fails.
struct Mishap {
    deed: Deed,
    nth: u64,
    files: String,
}

impl Mishap {
    /// As the environment says it: what, the how manieth, of which files.
    fn read(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (deed, nth, files) = (words.next()?, words.next()?, words.next()?);
        Some(Self { deed: Deed::from_code(deed)?, nth: nth.parse().ok()?, files: files.to_owned() })
    }
}

static CHOSEN: LazyLock<Option<Mishap>> =
    LazyLock::new(|| std::env::var("CARTWRIGHT_FAULT").ok().and_then(|text| Mishap::read(&text)));

/// Deeds of the kind so far.
static SEEN: AtomicU64 = AtomicU64::new(0);

/// Puts the disk that fails before the real one, if one is asked for. Databases opened from now on are on it.
pub fn install() {
    static ONCE: Once = Once::new();
    if CHOSEN.is_some() {
        ONCE.call_once(register);
    }
}

fn register() {
    // SAFETY: SQLite keeps the way to files for as long as the process lives, and so does the leaked box. What is not ours to
    // do is done by the functions of the real one, which look at nothing of theirs but the data that is copied along.
    unsafe {
        let real = ffi::sqlite3_vfs_find(std::ptr::null());
        if real.is_null() {
            return;
        }
        let ours = sqlite3_vfs {
            szOsFile: (*real).szOsFile + size_of::<File>() as c_int,
            pNext: std::ptr::null_mut(),
            zName: c"faults".as_ptr(),
            xOpen: Some(open),
            ..*real
        };
        ffi::sqlite3_vfs_register(Box::into_raw(Box::new(ours)), 1);
    }
}

/// An open file; the real one follows it in memory.
#[repr(C)]
struct File {
    base: sqlite3_file,
    watched: bool,
}

/// The real file behind ours.
///
/// SAFETY: `file` is one that [`open`] was given, of the size that was asked for.
unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    unsafe { file.cast::<File>().add(1).cast() }
}

unsafe extern "C" fn open(
    ours: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    unsafe {
        let behind = (*ours).pNext;
        let whole = if name.is_null() { String::new() } else { CStr::from_ptr(name).to_string_lossy().into_owned() };
        let short = whole.rsplit('/').next().unwrap_or_default();
        let watched = CHOSEN.as_ref().is_some_and(|mishap| mishap.files.split(',').any(|file| file == short));
        file.cast::<File>().write(File { base: sqlite3_file { pMethods: std::ptr::null() }, watched });
        let opened = (*behind).xOpen.map_or(ffi::SQLITE_CANTOPEN, |open| open(behind, name, real(file), flags, out));
        if !(*real(file)).pMethods.is_null() {
            (*file).pMethods = &raw const METHODS;
        }
        opened
    }
}

/// Whether this is the deed that fails.
unsafe fn fails(file: *mut sqlite3_file, deed: Deed) -> bool {
    let watched = unsafe { (*file.cast::<File>()).watched };
    let Some(mishap) = CHOSEN.as_ref().filter(|mishap| watched && mishap.deed == deed) else { return false };
    let struck = SEEN.fetch_add(1, Ordering::Relaxed) + 1 == mishap.nth;
    if struck {
        tracing::warn!(deed = deed.code(), nth = mishap.nth, "the disk fails");
    }
    struck
}

/// A deed that the real file does.
macro_rules! passed {
    ($($name:ident as $method:ident($($arg:ident: $kind:ty),*);)*) => {$(
        unsafe extern "C" fn $name(file: *mut sqlite3_file, $($arg: $kind),*) -> c_int {
            unsafe {
                let file = real(file);
                (*(*file).pMethods).$method.map_or(ffi::SQLITE_IOERR, |method| method(file, $($arg),*))
            }
        }
    )*};
}

passed! {
    close as xClose();
    pass_read as xRead(to: *mut c_void, size: c_int, at: sqlite3_int64);
    pass_write as xWrite(from: *const c_void, size: c_int, at: sqlite3_int64);
    pass_truncate as xTruncate(size: sqlite3_int64);
    pass_sync as xSync(flags: c_int);
    pass_shm_lock as xShmLock(from: c_int, count: c_int, flags: c_int);
    file_size as xFileSize(size: *mut sqlite3_int64);
    lock as xLock(level: c_int);
    unlock as xUnlock(level: c_int);
    is_reserved as xCheckReservedLock(out: *mut c_int);
    control as xFileControl(what: c_int, about: *mut c_void);
    sector_size as xSectorSize();
    traits as xDeviceCharacteristics();
    shm_map as xShmMap(page: c_int, size: c_int, extend: c_int, out: *mut *mut c_void);
    shm_unmap as xShmUnmap(delete: c_int);
    fetch as xFetch(at: sqlite3_int64, size: c_int, out: *mut *mut c_void);
    unfetch as xUnfetch(at: sqlite3_int64, what: *mut c_void);
}

unsafe extern "C" fn barrier(file: *mut sqlite3_file) {
    unsafe {
        if let Some(barrier) = (*(*real(file)).pMethods).xShmBarrier {
            barrier(real(file));
        }
    }
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, size: c_int, at: sqlite3_int64) -> c_int {
    unsafe { if fails(file, Deed::Read) { ffi::SQLITE_IOERR_READ } else { pass_read(file, to, size, at) } }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, from: *const c_void, size: c_int, at: sqlite3_int64) -> c_int {
    unsafe {
        if fails(file, Deed::Write) {
            // What becomes of the half is no news: the write failed.
            pass_write(file, from, size / 2, at);
            return ffi::SQLITE_IOERR_WRITE;
        }
        pass_write(file, from, size, at)
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    unsafe { if fails(file, Deed::Truncate) { ffi::SQLITE_IOERR_TRUNCATE } else { pass_truncate(file, size) } }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    unsafe { if fails(file, Deed::Sync) { ffi::SQLITE_IOERR_FSYNC } else { pass_sync(file, flags) } }
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, from: c_int, count: c_int, flags: c_int) -> c_int {
    unsafe {
        // A lock can be refused; to give one back cannot.
        let takes = flags & ffi::SQLITE_SHM_LOCK != 0;
        if takes && fails(file, Deed::Lock) { ffi::SQLITE_IOERR_SHMLOCK } else { pass_shm_lock(file, from, count, flags) }
    }
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 3,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(is_reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(traits),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: Some(fetch),
    xUnfetch: Some(unfetch),
};
