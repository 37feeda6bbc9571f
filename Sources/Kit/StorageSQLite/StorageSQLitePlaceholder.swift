// The first lines of Kit/StorageSQLite come with its first thought.
