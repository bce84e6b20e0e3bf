"""What stands beside entries: sources, topics, helplines."""
