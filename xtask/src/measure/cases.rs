//! The cases of `measure-kernels`: rows of `xtask/measure/kernels.cases`, and the models that they make.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};

/// A kernel in one form with one element type, over sizes.
#[derive(Debug)]
pub(super) struct Case {
    /// The operation.
    pub(super) op: String,
    /// The form, as tables of costs call it.
    pub(super) form: String,
    /// The element type.
    pub(super) elem: String,
    operands: Vec<Operand>,
    /// How many results of this type there are.
    results: u64,
    result: String,
    work: Vec<String>,
    attributes: String,
    /// What `N` takes.
    pub(super) sizes: Vec<u64>,
}

#[derive(Debug, PartialEq)]
enum Operand {
    /// An argument; or, if it is running, the result of the copy before.
    Value { ty: String, running: bool },
    /// A splat.
    Splat { ty: String, value: String },
    /// A list of numbers, in so many dimensions, the inner one of two elements.
    List { words: Vec<String>, rank: usize },
    /// Left out.
    None,
}

/// The rows of a text.
pub(super) fn read(text: &str) -> Result<Vec<Case>> {
    let rows = (1..).zip(text.lines()).filter(|(_, row)| !row.trim().is_empty() && !row.starts_with('#'));
    rows.map(|(line, row)| case(row).with_context(|| format!("in line {line}: {row}"))).collect()
}

fn case(row: &str) -> Result<Case> {
    let columns: Vec<&str> = row.split('|').map(str::trim).collect();
    let [head, operands, result, work, attributes, sizes] = columns[..] else {
        bail!("six columns are wanted")
    };
    let head: Vec<&str> = head.split_whitespace().collect();
    let [op, form, elem] = head[..] else { bail!("a row starts with operation, form and type") };
    let (results, result) = result.split_once('*').unwrap_or(("1", result));
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let sizes: Vec<u64> = sizes.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    ensure!(sizes.windows(2).all(|pair| pair[0] < pair[1]), "sizes have to grow");
    Ok(Case {
        op: op.to_owned(),
        form: form.to_owned(),
        elem: elem.to_owned(),
        operands: operands.split(", ").map(operand).collect::<Result<_>>()?,
        results: results.parse()?,
        result: result.to_owned(),
        work: words(work),
        attributes: attributes.to_owned(),
        sizes,
    })
}

fn operand(text: &str) -> Result<Operand> {
    if let Some((kind, list)) = text.strip_suffix(']').and_then(|text| text.split_once('[')) {
        let rank = match kind {
            "i" => 0,
            "" => 1,
            "p" => 2,
            _ => bail!("`{kind}` is no kind of list"),
        };
        return Ok(Operand::List { words: list.split(',').map(str::to_owned).collect(), rank });
    }
    Ok(match text.split_once(':') {
        Some(("a", ty)) => Operand::Value { ty: ty.to_owned(), running: false },
        Some(("x", ty)) => Operand::Value { ty: ty.to_owned(), running: true },
        Some(("c", ty)) => {
            let (ty, value) = ty.split_once('=').unwrap_or((ty, "0.0"));
            Operand::Splat { ty: ty.to_owned(), value: value.to_owned() }
        }
        None if text == "none" => Operand::None,
        _ => bail!("`{text}` is no operand"),
    })
}

/// A number, or what stands for one.
fn dim(word: &str, n: u64) -> Result<u64> {
    Ok(match word {
        "N" => n,
        "D" => 2 * n,
        "P" => n + 2,
        number => number.parse().with_context(|| format!("`{number}` is no dimension"))?,
    })
}

impl Case {
    /// What tables of costs count, for size `n`.
    pub(super) fn work(&self, n: u64) -> Result<u64> {
        self.work.iter().try_fold(1, |product, word| Ok(product * dim(word, n)?))
    }

    /// Whether each copy takes the result of the one before.
    pub(super) fn is_chain(&self) -> bool {
        self.operands.iter().any(|operand| matches!(operand, Operand::Value { running: true, .. }))
    }

    fn ty(&self, text: &str, n: u64) -> Result<String> {
        let is_elem = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
        let mut ty = "tensor<".to_owned();
        let mut elem = self.elem.as_str();
        for word in text.split('x').filter(|word| !word.is_empty()) {
            if is_elem(word) {
                elem = word;
            } else {
                write!(ty, "{}x", dim(word, n)?)?;
            }
        }
        Ok(format!("{ty}{elem}>"))
    }

    /// The bytes that each copy has to itself, its result and its constants, if elements have four.
    pub(super) fn bytes(&self, n: u64) -> Result<u64> {
        let is_dim = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
        let of_type = |ty: &str| -> Result<u64> {
            ty.split('x').filter(is_dim).try_fold(4, |bytes, word| Ok(bytes * dim(word, n)?))
        };
        self.operands.iter().try_fold(self.results * of_type(&self.result)?, |bytes, operand| match operand {
            Operand::Splat { ty, .. } => Ok(bytes + of_type(ty)?),
            _ => Ok(bytes),
        })
    }

    /// A module in which the kernel runs `copies` times at size `n`.
    pub(super) fn module(&self, n: u64, copies: u64) -> Result<String> {
        let result = self.ty(&self.result, n)?;
        let (mut arguments, mut constants) = (Vec::new(), String::new());
        let (mut names, mut types) = (Vec::new(), Vec::new());
        let mut running = None;
        for (i, operand) in self.operands.iter().enumerate() {
            let (name, ty) = match operand {
                Operand::Value { ty, running: is_running } => {
                    let ty = self.ty(ty, n)?;
                    arguments.push(format!("%a{i}: {ty}"));
                    if *is_running {
                        running = Some(i);
                    }
                    (format!("%a{i}"), ty)
                }
                Operand::Splat { ty, value } => {
                    let ty = self.ty(ty, n)?;
                    writeln!(
                        constants,
                        "  %c{i} = \"tfl.pseudo_const\"() <{{value = dense<{value}> : {ty}}}> : () -> {ty}"
                    )?;
                    (format!("%c{i}"), ty)
                }
                Operand::List { words, rank } => {
                    let (value, ty) = list(words, *rank, n)?;
                    writeln!(
                        constants,
                        "  %c{i} = \"tfl.pseudo_const\"() <{{value = dense<{value}> : {ty}}}> : () -> {ty}"
                    )?;
                    (format!("%c{i}"), ty)
                }
                Operand::None => {
                    writeln!(constants, "  %c{i} = \"tfl.no_value\"() <{{value}}> : () -> none")?;
                    (format!("%c{i}"), "none".to_owned())
                }
            };
            names.push(name);
            types.push(ty);
        }
        let mut body = String::new();
        let mut outputs = Vec::new();
        let made = match self.results {
            1 => result.clone(),
            count => format!("({})", vec![result.as_str(); usize::try_from(count)?].join(", ")),
        };
        for copy in 0..copies {
            let (operands, types) = (names.join(", "), types.join(", "));
            let name =
                if self.results == 1 { format!("%r{copy}") } else { format!("%r{copy}:{}", self.results) };
            writeln!(
                body,
                "  {name} = \"{}\"({operands}) <{{{}}}> : ({types}) -> {made}",
                self.op, self.attributes
            )?;
            match running {
                Some(i) => {
                    names[i] = format!("%r{copy}");
                    outputs = vec![format!("%r{copy}")];
                }
                None if self.results == 1 => outputs.push(format!("%r{copy}")),
                None => outputs.extend((0..self.results).map(|i| format!("%r{copy}#{i}"))),
            }
        }
        let results = vec![result; outputs.len()].join(", ");
        Ok(format!(
            "func.func @main({}) -> ({results}) {{\n{constants}{body}  func.return {} : {results}\n}}\n",
            arguments.join(", "),
            outputs.join(", ")
        ))
    }
}

/// A constant of integers, as value and type.
fn list(words: &[String], rank: usize, n: u64) -> Result<(String, String)> {
    let numbers: Vec<String> = words
        .iter()
        .map(|word| Ok(if word.starts_with('-') { word.clone() } else { dim(word, n)?.to_string() }))
        .collect::<Result<_>>()?;
    Ok(match rank {
        0 => (numbers.join(", "), "tensor<i32>".to_owned()),
        1 => (format!("[{}]", numbers.join(", ")), format!("tensor<{}xi32>", numbers.len())),
        _ => {
            let pairs: Vec<String> = numbers.chunks(2).map(|pair| format!("[{}]", pair.join(", "))).collect();
            (format!("[{}]", pairs.join(", ")), format!("tensor<{}x2xi32>", pairs.len()))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_chain_takes_the_result_before() {
        let cases =
            read("tfl.add row f32 | x:Nx64, c:64=1.5 | Nx64 | 64 N | f = \"NONE\" | 4 64\n").expect("a case");
        let text = cases[0].module(4, 2).expect("a module");
        assert_eq!(cases[0].work(4).expect("a product"), 256);
        assert_eq!(
            text,
            "func.func @main(%a0: tensor<4x64xf32>) -> (tensor<4x64xf32>) {\n  \
             %c1 = \"tfl.pseudo_const\"() <{value = dense<1.5> : tensor<64xf32>}> : () -> tensor<64xf32>\n  \
             %r0 = \"tfl.add\"(%a0, %c1) <{f = \"NONE\"}> : (tensor<4x64xf32>, tensor<64xf32>) -> tensor<4x64xf32>\n  \
             %r1 = \"tfl.add\"(%r0, %c1) <{f = \"NONE\"}> : (tensor<4x64xf32>, tensor<64xf32>) -> tensor<4x64xf32>\n  \
             func.return %r1 : tensor<4x64xf32>\n}\n"
        );
    }

    #[test]
    fn copies_that_are_no_chain_are_results_each() {
        let cases = read("tfl.sum inner f32 | a:Nx64xi32, p[0,1,D,3], none | N | N | | 4\n").expect("a case");
        let text = cases[0].module(4, 2).expect("a module");
        assert!(text.contains("@main(%a0: tensor<4x64xi32>) -> (tensor<4xf32>, tensor<4xf32>)"), "{text}");
        assert!(text.contains("dense<[[0, 1], [8, 3]]> : tensor<2x2xi32>"), "{text}");
        assert!(text.contains("func.return %r0, %r1 :"), "{text}");
    }

    #[test]
    fn every_result_of_a_copy_is_one_of_the_function() {
        let cases =
            read("tfl.split - f32 | i[1], a:Nx4 | 2*Nx2 | 4 N | num_splits = 2 : i32 | 3\n").expect("a case");
        let text = cases[0].module(3, 1).expect("a module");
        assert!(text.contains("%r0:2 = \"tfl.split\"(%c0, %a1)"), "{text}");
        assert!(
            text.contains("-> (tensor<3x2xf32>, tensor<3x2xf32>)\n  func.return %r0#0, %r0#1 :"),
            "{text}"
        );
        assert_eq!(cases[0].bytes(3).expect("a sum"), 48);
    }

    #[test]
    fn a_wrong_row_is_told() {
        assert!(read("tfl.add row | x:N | N | N | | 4").is_err());
        assert!(read("tfl.add row f32 | z:N | N | N | | 4").is_err());
        assert!(read("tfl.add row f32 | x:N | N | N | | 4 4").is_err());
        assert!(read(include_str!("../../measure/kernels.cases")).is_ok());
    }
}
