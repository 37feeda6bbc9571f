import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// Bytes that were made for this request alone: nobody keeps them.
    public static func bytes(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A file to keep, which nobody else keeps on its way. `name` is made of letters, digits, dots and hyphens.
    public static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
        var response = Response.bytes(bytes, type: type)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }
}
