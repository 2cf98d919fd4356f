//! The models of the comparison: which there are, and making those that are missing.

use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::Places;

/// A row of the table in `models.py`.
#[derive(Deserialize)]
pub(super) struct Model {
    /// The name of the model and of its folder.
    pub(super) name: String,
    /// What is converted: paths inside the folder, where the empty path is the folder itself.
    pub(super) sources: Vec<String>,
    /// If not empty, conversion has to fail and to name this op.
    pub(super) refused: String,
    /// Whether the model is in the small set.
    pub(super) small: bool,
    /// Whether tfl-opt must need half of TensorFlow's operators at most, and the result less time.
    pub(super) halved: bool,
    /// Changes when the code that makes the model changes.
    pub(super) stamp: String,
}

/// What `models.py` writes when a model is complete.
#[derive(Deserialize)]
struct Made {
    stamp: String,
}

/// All models.
pub(super) fn list(places: &Places) -> Result<Vec<Model>> {
    let output = places.script("models.py").arg("list").output().context("cannot run models.py")?;
    if !output.status.success() {
        bail!("models.py does not list the models: {}", String::from_utf8_lossy(&output.stderr));
    }
    serde_json::from_slice(&output.stdout).context("models.py lists the models in a way not understood")
}

/// Makes the models that are missing or were made by older code. One process for all of them, because
/// importing TensorFlow takes longer than making a small model.
pub(super) fn make(places: &Places, models: &[&Model]) -> Result<()> {
    let missing: Vec<&str> =
        models.iter().filter(|model| !is_made(places, model)).map(|model| model.name.as_str()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("making {} models in {}", missing.len(), places.models.display());
    let log_path = places.logs.join("models.log");
    let log = fs::File::create(&log_path).with_context(|| format!("cannot write {}", log_path.display()))?;
    let status = places
        .script("models.py")
        .arg("make")
        .arg(&places.models)
        .args(missing)
        .stderr(log)
        .status()
        .context("cannot run models.py")?;
    if !status.success() {
        let said = fs::read_to_string(&log_path).unwrap_or_default();
        bail!(
            "models.py does not make the models ({status}; all of it in {}):\n{}",
            log_path.display(),
            tail(&said)
        );
    }
    Ok(())
}

fn is_made(places: &Places, model: &Model) -> bool {
    let stamp = places.models.join(format!("{}.json", model.name));
    let Ok(text) = fs::read_to_string(stamp) else { return false };
    serde_json::from_str::<Made>(&text).is_ok_and(|made| made.stamp == model.stamp)
}

/// The last lines of a log: TensorFlow says much before it says what is wrong.
fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}
