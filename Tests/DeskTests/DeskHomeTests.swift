import Desk
import Testing
