import Civic
import Testing

@Suite("The hours of the local clock")
struct LocalHoursTests {
    @Test("are those of each moment, in order or not, over the changes of the clock and before 1970")
    func same() {
        var hours = LocalHours()
        let starts: [Int64] = [-1_000_000_000_000, 0, 1_648_900_000_000, 1_662_800_000_000, 1_776_000_000_000]
        for start in starts {
            for step in [0, 1, 7, 3, 11, 2, 40, 39, 100, 5] as [Int64] {
                let at = Instant(milliseconds: start + step * 1_733_000)
                let (hour, minute) = ChileanTime.hourAndMinute(at)
                #expect(hours.day(of: at) == Day(of: at).number)
                #expect(hours.half(of: at) == hour * 2 + minute / 30)
            }
        }
    }
}
