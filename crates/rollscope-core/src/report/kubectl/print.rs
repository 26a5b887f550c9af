//! Objects as `-o yaml` and `-o json` print them.
