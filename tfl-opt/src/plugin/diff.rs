//! How one text differs from another, by lines.

/// Tables of more entries than this are not made: the texts are shown as a whole.
const MOST: usize = 4 << 20;

/// The lines of both texts: `-` before what only `old` has, `+` before what only `new` has. Lines far from any difference
/// are left out.
pub(super) fn diff(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let lines = match (old.len() + 1).checked_mul(new.len() + 1) {
        Some(size) if size <= MOST => aligned(&old, &new),
        _ => old.iter().map(|&line| ('-', line)).chain(new.iter().map(|&line| ('+', line))).collect(),
    };
    const AROUND: usize = 3;
    let is_near = |i: usize| {
        let from = i.saturating_sub(AROUND);
        lines[from..lines.len().min(i + AROUND + 1)].iter().any(|line| line.0 != ' ')
    };
    let mut text = String::new();
    let mut was_shown = true;
    for (i, (sign, line)) in lines.iter().enumerate() {
        let is_shown = is_near(i);
        if is_shown {
            text += &format!("{sign}{line}\n");
        } else if was_shown {
            text += " ...\n";
        }
        was_shown = is_shown;
    }
    text
}

/// The shortest way from one list to the other.
fn aligned<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(char, &'a str)> {
    // How many lines the ends from each pair of places on have in common.
    let width = new.len() + 1;
    let mut common = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * width + j] = if old[i] == new[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::with_capacity(old.len().max(new.len()));
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            lines.push((' ', old[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < old.len()
            && (j == new.len() || common[(i + 1) * width + j] >= common[i * width + j + 1])
        {
            lines.push(('-', old[i]));
            i += 1;
        } else {
            lines.push(('+', new[j]));
            j += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::diff;

    #[test]
    fn lines_that_stay_are_found() {
        assert_eq!(diff("a\nb\nc\n", "a\nx\nc\nd\n"), " a\n-b\n+x\n c\n+d\n");
        assert_eq!(diff("", "a"), "+a\n");
        assert_eq!(diff("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\n5\n"), " ...\n 3\n 4\n 5\n-6\n");
    }
}
