// The manifest `TEXT` in a custom section of its own. Each plugin includes this: only the interface, and not the SDK, is what
// they show.
#[unsafe(link_section = "tfl-opt:manifest")]
#[used]
pub static MANIFEST: [u8; TEXT.len()] = {
    let mut bytes = [0; TEXT.len()];
    let mut i = 0;
    while i < bytes.len() {
        bytes[i] = TEXT.as_bytes()[i];
        i += 1;
    }
    bytes
};
