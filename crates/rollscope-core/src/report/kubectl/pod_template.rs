//! The pod template as `rollout history --revision` and `rollout undo --dry-run` print it.
