// The first lines of Channels/Portal come with its first thought.
