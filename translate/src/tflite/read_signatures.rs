//! Reading signatures: which names callers use for the inputs and outputs of a subgraph.

use core_ir::spec::Scalar;
use core_ir::{Attr, AttrId, Context};

use super::access::Table;
use super::read::{Piece, Reader, lossy};
use super::schema::{signature_def, tensor_map};
use super::signatures::INDEX_PATH;

/// A `SignatureDef`.
pub(super) struct Signature {
    pub(super) key: Vec<u8>,
    pub(super) subgraph: usize,
    /// Names and tensors.
    pub(super) inputs: Vec<(Vec<u8>, i64)>,
    pub(super) outputs: Vec<(Vec<u8>, i64)>,
}

impl Reader<'_, '_> {
    pub(super) fn read_signatures(
        &mut self,
        tables: &[Table<'_>],
        subgraphs: usize,
    ) -> Piece<Vec<Signature>> {
        let mut list = Vec::with_capacity(tables.len());
        for &table in tables {
            self.check_fields(table, "SignatureDef", signature_def::SUBGRAPH_INDEX);
            let key = self
                .whole(table.byte_vector(signature_def::SIGNATURE_KEY), "signatures")?
                .unwrap_or_default();
            let subgraph =
                self.whole(table.int(signature_def::SUBGRAPH_INDEX, Scalar::U32, 0), "signatures")?;
            let subgraph = subgraph as usize;
            if subgraph >= subgraphs {
                let text =
                    format!("signature `{}` refers to subgraph {subgraph}, which is missing", lossy(key));
                return self.error("tflite-broken", text, Some(table));
            }
            list.push(Signature {
                key: key.to_vec(),
                subgraph,
                inputs: self.read_tensor_maps(table, signature_def::INPUTS)?,
                outputs: self.read_tensor_maps(table, signature_def::OUTPUTS)?,
            });
        }
        Ok(list)
    }

    fn read_tensor_maps(&mut self, table: Table<'_>, id: u16) -> Piece<Vec<(Vec<u8>, i64)>> {
        let mut list = Vec::new();
        for entry in self.whole(table.tables(id), "signatures")? {
            let name = self.whole(entry.byte_vector(tensor_map::NAME), "signatures")?.unwrap_or_default();
            let tensor = self.whole(entry.int(tensor_map::TENSOR_INDEX, Scalar::U32, 0), "signatures")?;
            list.push((name.to_vec(), tensor));
        }
        Ok(list)
    }
}

/// One name for each of `tensors`, the inputs or outputs of the subgraph. A tensor that is there twice has two names.
/// `None` when `map` has a tensor that is not among them.
pub(super) fn names_of(tensors: &[i32], map: &[(Vec<u8>, i64)]) -> Option<Vec<Option<Vec<u8>>>> {
    let mut names: Vec<Option<Vec<u8>>> = vec![None; tensors.len()];
    for (name, tensor) in map {
        let at = (0..tensors.len()).find(|&i| i64::from(tensors[i]) == *tensor && names[i].is_none())?;
        names[at] = Some(name.clone());
    }
    Some(names)
}

/// The attribute for all arguments or results of a function: a dictionary each.
pub(super) fn index_paths(ctx: &Context, names: &[Option<Vec<u8>>]) -> AttrId {
    let dict = |name: &Option<Vec<u8>>| {
        let path = name.as_ref().map(|name| ctx.array_attr(&[ctx.attr(Attr::String(ctx.bytes(name)))]));
        ctx.attr(Attr::Dict(ctx.dict(path.map(|path| (ctx.str(INDEX_PATH), path)))))
    };
    let dicts: Vec<AttrId> = names.iter().map(dict).collect();
    ctx.array_attr(&dicts)
}
