import Storage
import TestKit
import Testing

import DataRights
