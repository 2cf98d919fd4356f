//! How much a plugin may use.

use std::time::Duration;

macro_rules! limits {
    ($($field:ident $name:literal $default:expr, $doc:literal;)*) => {
        /// What a call may use at most. Each is set by `--plugin-limit ID:NAME=VALUE`.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Limits {
            $(#[doc = $doc] pub $field: u64,)*
        }

        impl Default for Limits {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        impl Limits {
            /// Every limit: its name, its default, and what it bounds.
            pub const NAMES: &'static [(&'static str, u64, &'static str)] = &[$(($name, $default, $doc)),*];

            fn field(&mut self, name: &str) -> Option<&mut u64> {
                match name {
                    $($name => Some(&mut self.$field),)*
                    _ => None,
                }
            }

            /// Every limit by name.
            pub fn entries(&self) -> Vec<(&'static str, u64)> {
                vec![$(($name, self.$field)),*]
            }
        }
    };
}

limits! {
    fuel "fuel" 1_000_000_000, "Fuel of one conversion or inference, about one for each instruction.";
    describe_fuel "describe-fuel" 100_000_000, "Fuel of reading rules and declarations.";
    fold_fuel "fold-fuel" 10_000_000_000, "Fuel of one evaluation, besides 100 for each byte of operands and results.";
    total_fuel "total-fuel" 200_000_000_000, "Fuel of all calls for one model.";
    wall_ms "wall-ms" 10_000, "Milliseconds of one call by the clock, which only stops what fuel does not.";
    fold_wall_ms "fold-wall-ms" 60_000, "Milliseconds of one evaluation by the clock.";
    memory "memory" 256 << 20, "Bytes of all linear memories together.";
    tables "table-elements" 100_000, "Elements of all tables together.";
    instances "instances" 256, "Core instances.";
    memories "memories" 8, "Linear memories.";
    table_count "tables" 256, "Tables.";
    copy "copy" 8 << 20, "Bytes that go from the plugin to the host in one crossing.";
    fold_copy "fold-copy" 64 << 20, "The same for an evaluation.";
    handles "handles" 1_000, "Resource handles.";
    ops "ops" 4_096, "Operations of a fragment.";
    operands "operands" 65_536, "Operands and results of a fragment.";
    consts "consts" 64 << 20, "Bytes of a fragment's constants.";
    attr_bytes "attr-bytes" 1 << 20, "Bytes of one attribute, custom options included.";
    log_bytes "log-bytes" 64 << 10, "Bytes of text that one call may say.";
    file_bytes "file-bytes" 32 << 20, "Bytes of the plugin's file.";
    compile_ms "compile-ms" 8_000, "Milliseconds of compiling by the clock, for every 512 KiB of code or part of them.";
    compile_memory "compile-memory" 2 << 30, "Bytes of address space for compiling.";
}

/// The longest name that a plugin may give anything.
pub const MOST_NAME_BYTES: usize = 256;

/// The wasm stack. It is the engine's, and one for all plugins.
pub const STACK_BYTES: usize = 512 << 10;

/// The bytes of code that a plugin is given `compile-ms` for.
pub const CODE_UNIT: u64 = 512 << 10;

impl Limits {
    /// Sets the limit `name` to a number that may be written as `5e9`.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let known = || Self::NAMES.iter().map(|row| row.0).collect::<Vec<_>>().join(", ");
        let field =
            self.field(name).ok_or_else(|| format!("there is no limit `{name}`; there are {}", known()))?;
        let float = || value.parse::<f64>().ok().filter(|x| *x >= 0.0 && *x < 1e18 && x.fract() == 0.0);
        let number = value.parse().ok().or_else(|| float().map(|x| x as u64));
        *field = number.ok_or_else(|| format!("`{value}` is no number for limit `{name}`"))?;
        Ok(())
    }

    /// The clock's limit for compiling `code` bytes of functions.
    ///
    /// A file that is made to keep the compiler busy does so with little code, honest code takes time as it is long. The
    /// slowest that was measured is an engine for scripts, which takes 3 s on two processors for as much code as is given
    /// 8 s here; a third of that is usual.
    pub fn compile_time(&self, code: u64) -> Duration {
        Duration::from_millis(self.compile_ms.saturating_mul(code.div_ceil(CODE_UNIT).max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_set_by_name() {
        let mut limits = Limits::default();
        assert_eq!(limits.set("fuel", "5e9"), Ok(()));
        assert_eq!(limits.set("memory", "65536"), Ok(()));
        assert_eq!((limits.fuel, limits.memory), (5_000_000_000, 65_536));
        let seconds = |code| Limits::default().compile_time(code).as_secs();
        assert_eq!([0, 367 << 10, 512 << 10, 1400 << 10].map(seconds), [8, 8, 8, 24]);
        assert!(limits.set("fuel", "-1").is_err() && limits.set("fuel", "0.5").is_err());
        assert!(limits.set("petrol", "1").is_err_and(|why| why.contains("fold-fuel")));
    }
}
