//! What opens the door: a word that is good once, handed over through a file that only its owner can read, and the
//! key that the browser then keeps.

use std::sync::{Mutex, PoisonError};

use super::http::Request;

/// Both belong to one run of the program.
pub struct Keys {
    /// Names the cookie, since a browser keeps one box of cookies for all ports of a host.
    port: u16,
    key: String,
    /// The word that may yet be spent.
    once: Mutex<Option<String>>,
}

impl Keys {
    /// None if the system gives no random bytes: then nobody is let in.
    pub fn new(port: u16) -> Option<Self> {
        Some(Self { port, key: random()?, once: Mutex::new(Some(random()?)) })
    }

    fn name(&self) -> String {
        format!("vanthu-{}", self.port)
    }

    /// The word that opens the door once.
    pub fn once(&self) -> Option<String> {
        self.once.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Spends the word; whoever brought the right one gets the cookie.
    pub fn spend(&self, word: &str) -> Option<String> {
        let mut once = self.once.lock().unwrap_or_else(PoisonError::into_inner);
        if !once.as_deref().is_some_and(|own| same(own, word)) {
            return None;
        }
        *once = None;
        let (name, key) = (self.name(), &self.key);
        Some(format!("{name}={key}; Path=/; HttpOnly; SameSite=Strict"))
    }

    /// Whether the request comes from a browser that was let in.
    pub fn known(&self, request: &Request) -> bool {
        request.cookie(&self.name()).is_some_and(|key| same(&self.key, key))
    }
}

/// As many bits as nobody guesses, in letters.
fn random() -> Option<String> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Takes as long for a near guess as for a far one.
fn same(own: &str, other: &str) -> bool {
    let differ = own.bytes().zip(other.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    own.len() == other.len() && differ == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_is_good_once_and_the_key_opens() {
        let keys = Keys::new(4711).unwrap();
        let word = keys.once().unwrap();
        assert!(word.len() == 64 && keys.spend("la").is_none() && keys.spend("").is_none());
        let cookie = keys.spend(&word).unwrap();
        assert!(keys.spend(&word).is_none() && keys.once().is_none());
        let pair = cookie.split(';').next().unwrap().to_owned();
        let request = |cookie: String| Request {
            headers: [("cookie".to_owned(), cookie)].into(),
            ..Request::default()
        };
        assert!(keys.known(&request(pair.clone())));
        assert!(!keys.known(&request(pair[..pair.len() - 1].to_owned())));
        assert!(!keys.known(&Request::default()));
        assert!(!Keys::new(4712).unwrap().known(&request(pair)));
    }
}
