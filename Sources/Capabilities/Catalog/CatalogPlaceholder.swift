// The first lines of Capabilities/Catalog come with its first thought.
