import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// How long a connection may keep us waiting and how much it may send; a clear answer and the end of the connection beyond that.
///
/// It stands behind the decoder: heads arrive here whole, bodies in parts.
final class Patience: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    struct Terms: Sendable {
        let head: TimeAmount
        let body: TimeAmount
        let idle: TimeAmount
        let bodyBytes: Int
        /// The page of each refusal that a connection can get before any route is asked.
        let document: @Sendable (Failure) -> ByteBuffer
        let headers: SecurityHeaders
    }

    private enum Phase {
        /// Waiting for a head: the first, or the next one.
        case waiting(isFirst: Bool)
        case body
        case answering
        /// An answer is written, and the rest is thrown away.
        case refused
    }

    private let terms: Terms
    private var phase = Phase.waiting(isFirst: true)
    private var received = 0
    private var isAnswerBegun = false
    /// When the client's turn ends; nil while it is ours.
    private var deadline: NIODeadline?
    private var timer: (at: NIODeadline, task: Scheduled<Void>)?

    init(_ terms: Terms) {
        self.terms = terms
    }

    func handlerAdded(context: ChannelHandlerContext) {
        wait(terms.head, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.task.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.task.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .refused = phase { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            received = 0
            isAnswerBegun = false
            if let announced = head.headerFields[.contentLength].flatMap({ Int($0) }), announced > terms.bodyBytes {
                return refuse(.tooLarge, context)
            }
            phase = .body
            wait(terms.body, context)
        case .body(let part):
            received += part.readableBytes
            if received > terms.bodyBytes { return refuse(.tooLarge, context) }
        case .end:
            phase = .answering
            // While we work, nobody keeps us waiting.
            deadline = nil
            if isAnswerBegun { wait(terms.idle, context) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .refused = phase {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        isAnswerBegun = true
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        // From here on it is the client's turn: to read the answer, and to ask again.
        if case .answering = phase { phase = .waiting(isFirst: false) }
        wait(terms.idle, context)
        context.write(data, promise: promise)
    }

    /// A request that can't be read gets its answer here; whoever waits for it upstream sees the connection end.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        refuse(error == .headerOverflow ? .headTooLarge : .badRequest, context)
    }

    /// One timer serves every deadline of the connection: when it fires early it is set again.
    private func wait(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        let deadline = NIODeadline.now() + time
        self.deadline = deadline
        if let timer, timer.at <= deadline { return }
        timer?.task.cancel()
        arm(at: deadline, context)
    }

    private func arm(at deadline: NIODeadline, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        let task = context.eventLoop.scheduleTask(deadline: deadline) {
            let (handler, context) = bound.value
            handler.fire(context)
        }
        timer = (deadline, task)
    }

    private func fire(_ context: ChannelHandlerContext) {
        timer = nil
        guard let deadline else { return }
        if deadline <= .now() { lose(context) } else { arm(at: deadline, context) }
    }

    private func lose(_ context: ChannelHandlerContext) {
        switch phase {
        case .waiting(isFirst: true), .body: refuse(.timeout, context)
        case .waiting, .answering, .refused: context.close(promise: nil)
        }
    }

    private func refuse(_ failure: Failure, _ context: ChannelHandlerContext) {
        if case .refused = phase { return }
        if isAnswerBegun { return context.close(promise: nil) }
        phase = .refused
        let body = terms.document(failure)
        var fields: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentLength: "\(body.readableBytes)", .connection: "close",
            .cacheControl: "no-store",
        ]
        terms.headers.add(to: &fields)
        context.write(wrapOutboundOut(.head(HTTPResponse(status: failure.status, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        // The other end may still be sending: closing at once would take the answer away from it.
        context.close(mode: .output, promise: nil)
        wait(.seconds(2), context)
    }
}
