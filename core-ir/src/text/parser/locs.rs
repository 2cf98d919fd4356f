//! Locations.

use super::{Parser, Tok};
use crate::diag::Result;
use crate::loc::{Loc, LocId};

impl<'a> Parser<'a> {
    /// `loc(...)`, if it follows.
    pub fn optional_loc(&mut self) -> Result<Option<LocId>> {
        if self.at_word("loc") { self.loc_in_parens().map(Some) } else { Ok(None) }
    }

    /// `loc(...)`
    pub(super) fn loc_in_parens(&mut self) -> Result<LocId> {
        self.expect_word("loc")?;
        self.expect(Tok::LParen)?;
        let loc = self.location()?;
        self.expect(Tok::RParen)?;
        Ok(loc)
    }

    fn location(&mut self) -> Result<LocId> {
        self.nested(Self::location_inner)
    }

    fn location_inner(&mut self) -> Result<LocId> {
        match self.tok.kind {
            Tok::Hash => self.loc_alias(self.tok),
            Tok::Str => self.named_or_file(),
            Tok::Bare => match self.text_of(self.tok) {
                "loc" => self.loc_in_parens(),
                "unknown" => {
                    self.bump();
                    Ok(LocId::UNKNOWN)
                }
                "fused" => self.fused(),
                "callsite" => {
                    self.bump();
                    self.expect(Tok::LParen)?;
                    let callee = self.location()?;
                    self.expect_word("at")?;
                    let caller = self.location()?;
                    self.expect(Tok::RParen)?;
                    Ok(self.ctx.loc(Loc::CallSite { callee, caller }))
                }
                _ => Err(self.unexpected("a location")),
            },
            _ => Err(self.unexpected("a location")),
        }
    }

    /// `"name"`, `"name"(child)`, `"file":line:col`, `"file":line:col to line:col`
    fn named_or_file(&mut self) -> Result<LocId> {
        let name = self.string()?;
        let name = self.ctx.bytes(&name);
        if self.eat(Tok::Colon) {
            let line = self.small("the line")?;
            self.expect(Tok::Colon)?;
            let col = self.small("the column")?;
            if self.eat_word("to") {
                // The end of a range is not kept.
                if self.at(Tok::Int) {
                    self.unsigned()?;
                }
                self.expect(Tok::Colon)?;
                self.unsigned()?;
            }
            return Ok(self.ctx.loc(Loc::File { file: name, line, col }));
        }
        let mut child = LocId::UNKNOWN;
        if self.eat(Tok::LParen) {
            child = self.location()?;
            self.expect(Tok::RParen)?;
        }
        Ok(self.ctx.loc(Loc::Name { name, child }))
    }

    fn small(&mut self, what: &str) -> Result<u32> {
        let token = self.tok;
        let number = self.unsigned()?;
        u32::try_from(number)
            .map_err(|_| self.error_at(token.start, token.end, format!("{what} is too large")))
    }

    /// `fused[...]`, `fused<metadata>[...]`
    fn fused(&mut self) -> Result<LocId> {
        self.bump();
        let mut metadata = None;
        if self.eat(Tok::Less) {
            metadata = Some(self.parse_attr()?);
            self.expect(Tok::Greater)?;
        }
        let mut locs = Vec::new();
        self.list(Tok::LSquare, Tok::RSquare, |p| {
            locs.push(p.location()?);
            Ok(())
        })?;
        Ok(self.ctx.fused_loc_for(locs, metadata))
    }
}
