// The first lines of Kit/Storage come with its first thought.
