import Storage
import TestKit
import Testing

import Mandates
