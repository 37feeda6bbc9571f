import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A file to keep, which nobody else keeps on its way. `name` is made of letters, digits, dots and hyphens.
    public static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "no-store", .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
