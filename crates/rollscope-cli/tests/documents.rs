//! Commands as a reader would type them, with what they print: `tests/cli/*.trycmd`. TRYCMD=overwrite writes the answers anew.

#[test]
fn commands_print_what_the_documents_say() {
    trycmd::TestCases::new().case("../../tests/cli/*.trycmd");
}
