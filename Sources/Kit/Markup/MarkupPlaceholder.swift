// The first lines of Kit/Markup come with its first thought.
