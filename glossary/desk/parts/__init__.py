"""What several rooms of the desk show or ask."""
