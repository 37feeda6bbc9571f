// The first lines of Kit/StoragePostgres come with its first thought.
