// The first lines of Ground/Web come with its first thought.
