//! TensorFlow's audio features as the custom operations whose kernels LiteRT has.

use tfl_opt_plugin::{Builder, Failure, Fragment, Op, Options, Plugin, declined, export_plugin};

/// `AudioSpectrogram` and `Mfcc`.
pub struct Audio;

impl Plugin for Audio {
    fn convert(op: &Op) -> Result<Fragment, Failure> {
        let (code, options) = match op.name() {
            "tf.AudioSpectrogram" => (
                "AudioSpectrogram",
                Options::new()
                    .int("window_size", op.int("window_size")?)
                    .int("stride", op.int("stride")?)
                    .bool("magnitude_squared", op.bool_or("magnitude_squared", false)?),
            ),
            "tf.Mfcc" => (
                "Mfcc",
                Options::new()
                    .float("upper_frequency_limit", op.float_or("upper_frequency_limit", 4000.0)?)
                    .float("lower_frequency_limit", op.float_or("lower_frequency_limit", 20.0)?)
                    .int("filterbank_channel_count", op.int_or("filterbank_channel_count", 40)?)
                    .int("dct_coefficient_count", op.int_or("dct_coefficient_count", 13)?),
            ),
            other => return Err(declined(format!("this plugin does not know {other}"))),
        };
        let mut b = Builder::new(op);
        let operands = (0..op.operands().len()).map(|i| b.operand(i)).collect::<Result<Vec<_>, _>>()?;
        let results = b.custom(code, options, &operands, op.results());
        b.finish(&results)
    }
}

export_plugin!(
    Audio,
    manifest = r#"{"id": "example.audio", "version": "1.0.0", "wit": "0.1.0", "ops": ["tf.AudioSpectrogram", "tf.Mfcc"],
        "description": "AudioSpectrogram and Mfcc as the custom operations that LiteRT has kernels for"}"#
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_window_is_an_error_that_names_it() {
        let op = Op::named("tf.AudioSpectrogram").with_attr("stride", 2);
        let Err(Failure::Failed(all)) = Audio::convert(&op) else { panic!("it has no window") };
        assert_eq!(all[0].attr.as_deref(), Some("window_size"));
        assert!(Audio::convert(&op.with_attr("window_size", 4)).is_ok());
    }
}
