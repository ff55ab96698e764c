//! The only file that names a listener, and hyper: it hears on this machine alone, makes a plain request of what
//! comes, and bounds how much and how long.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::rt::{Read, ReadBufCursor, Sleep, Timer, Write};
use hyper::service::service_fn;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::guard::HEADERS;
use super::http::{Answer, Request};

/// Bytes of a request's body.
const BODY_MOST: usize = 20 * 1024 * 1024;
/// Lines of a request's head, and their bytes.
const HEAD_LINES: usize = 64;
const HEAD_BYTES: usize = 64 * 1024;
/// How long the head of a request may take; a connection that says nothing counts from its last answer.
const HEAD_TIME: Duration = Duration::from_secs(30);
/// How long a body may take.
const BODY_TIME: Duration = Duration::from_secs(60);
/// Connections at once; a browser opens six.
const CONNECTIONS: usize = 400;
/// Requests that are worked on at once: more than a browser asks at once, so that while all of its others wait for a
/// paper that takes long one more is answered.
const HANDS: usize = 8;

/// Answers requests.
pub type Handler = Arc<dyn Fn(Request) -> Answer + Send + Sync>;

/// A place to be heard on.
pub struct Heard {
    listener: TcpListener,
    pub port: u16,
}

/// Takes a free port of the loopback.
pub fn listen() -> io::Result<Heard> {
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    Ok(Heard { listener, port })
}

/// Answers until `stop` says so.
pub fn answer(heard: Heard, handler: Handler, stop: impl Fn() -> bool) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .max_blocking_threads(HANDS)
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(heard.listener)?;
        let open = Arc::new(AtomicUsize::new(0));
        while !stop() {
            let wait = tokio::time::timeout(Duration::from_millis(200), listener.accept());
            match wait.await {
                Ok(Ok((stream, _))) => take(stream, &handler, &open),
                // Too many files open, perhaps: the next moment is better.
                Ok(Err(_)) => tokio::time::sleep(Duration::from_millis(50)).await,
                Err(_) => {}
            }
        }
        Ok::<(), io::Error>(())
    })?;
    // What is being written is written; who only waits is not waited for.
    runtime.shutdown_timeout(Duration::from_secs(5));
    Ok(())
}

/// Takes a connection up, unless there are too many.
fn take(stream: TcpStream, handler: &Handler, open: &Arc<AtomicUsize>) {
    if open.fetch_add(1, Ordering::SeqCst) >= CONNECTIONS {
        open.fetch_sub(1, Ordering::SeqCst);
        return;
    }
    let (handler, open) = (Arc::clone(handler), Arc::clone(open));
    tokio::spawn(async move {
        let service = service_fn(|request| one(request, Arc::clone(&handler)));
        let mut builder = hyper::server::conn::http1::Builder::new();
        builder.timer(Clock).header_read_timeout(HEAD_TIME);
        builder.max_headers(HEAD_LINES).max_buf_size(HEAD_BYTES);
        // Whoever breaks off or says nonsense has no one to tell it to.
        let _ = builder.serve_connection(Socket(stream), service).await;
        open.fetch_sub(1, Ordering::SeqCst);
    });
}

async fn one(
    request: hyper::Request<Incoming>,
    handler: Handler,
) -> Result<hyper::Response<Full<Bytes>>, Infallible> {
    let answer = match plain(request).await {
        Ok(request) => {
            let done = tokio::task::spawn_blocking(move || handler(request)).await;
            done.unwrap_or_else(|_| Answer::said(500, "lỗi của chương trình; tệp không bị đổi"))
        }
        Err(answer) => answer,
    };
    Ok(response(answer))
}

/// The request as a plain value, all of its body read; or what to say instead.
async fn plain(request: hyper::Request<Incoming>) -> Result<Request, Answer> {
    let (head, body) = request.into_parts();
    let bad = || Answer::said(400, "yêu cầu không đọc được");
    let mut plain = Request { method: head.method.as_str().to_owned(), ..Request::default() };
    for (name, value) in &head.headers {
        let value = value.to_str().map_err(|_| bad())?;
        let slot = plain.headers.entry(name.as_str().to_owned()).or_default();
        // Cookies alone may come on several lines; of anything else two values are one wrong value.
        let joint = if name.as_str() == "cookie" { "; " } else { ", " };
        *slot = if slot.is_empty() { value.to_owned() } else { format!("{slot}{joint}{value}") };
    }
    let target = head.uri.path_and_query().filter(|_| head.uri.authority().is_none());
    plain = plain.target(target.ok_or_else(bad)?.as_str()).ok_or_else(bad)?;
    let too_large =
        || Answer::said(413, "yêu cầu lớn quá 20 MB").with("connection", "close".into());
    let length = plain.header("content-length").and_then(|said| said.parse::<usize>().ok());
    if length.is_some_and(|length| length > BODY_MOST) {
        return Err(too_large());
    }
    let read = tokio::time::timeout(BODY_TIME, Limited::new(body, BODY_MOST).collect()).await;
    let slow = || Answer::said(408, "yêu cầu đến chậm quá").with("connection", "close".into());
    let body = read.map_err(|_| slow())?.map_err(|e| {
        match e.is::<http_body_util::LengthLimitError>() {
            true => too_large(),
            false => bad(),
        }
    })?;
    plain.body = body.to_bytes().to_vec();
    Ok(plain)
}

fn response(answer: Answer) -> hyper::Response<Full<Bytes>> {
    let mut builder = hyper::Response::builder().status(answer.status);
    builder = builder.header("content-type", answer.kind);
    let own: Vec<&str> = answer.headers.iter().map(|(name, _)| *name).collect();
    for (name, value) in HEADERS.iter().filter(|(name, _)| !own.contains(name)) {
        builder = builder.header(*name, *value);
    }
    for (name, value) in answer.headers {
        builder = builder.header(name, value);
    }
    let body = Full::new(Bytes::from(answer.body));
    // Only a name or value with forbidden letters fails, and then nothing of it is sent.
    builder.body(body).unwrap_or_else(|_| hyper::Response::new(Full::default()))
}

/// A connection as hyper wants it.
struct Socket(TcpStream);

impl Read for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        mut out: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        let mut room = [0u8; 16 * 1024];
        let most = room.len().min(out.remaining());
        let mut buffer = ReadBuf::new(room.get_mut(..most).unwrap_or_default());
        match Pin::new(&mut self.0).poll_read(cx, &mut buffer) {
            Poll::Ready(Ok(())) => {
                out.put_slice(buffer.filled());
                Poll::Ready(Ok(()))
            }
            other => other,
        }
    }
}

impl Write for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

/// The clock that bounds how long a head may take.
#[derive(Clone, Copy)]
struct Clock;

impl Timer for Clock {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Sleep>> {
        Box::pin(Until(Box::pin(tokio::time::sleep(duration))))
    }

    fn sleep_until(&self, deadline: Instant) -> Pin<Box<dyn Sleep>> {
        Box::pin(Until(Box::pin(tokio::time::sleep_until(deadline.into()))))
    }

    fn now(&self) -> Instant {
        tokio::time::Instant::now().into_std()
    }
}

struct Until(Pin<Box<tokio::time::Sleep>>);

impl Future for Until {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        self.0.as_mut().poll(cx)
    }
}

impl Sleep for Until {}
