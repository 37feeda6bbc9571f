// The first lines of Ground/Civic come with its first thought.
