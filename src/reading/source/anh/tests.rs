use super::*;

fn dots(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut out, width, height);
    encoder.set_color(::png::ColorType::Grayscale);
    let data = vec![0x80; usize::try_from(width * height).unwrap()];
    encoder.write_header().unwrap().write_image_data(&data).unwrap();
    out
}

/// Markers alone: JFIF at 300 dpi, Exif with a turn, a frame of 20 × 10, no data.
fn jpeg(turn: u8) -> Vec<u8> {
    let exif =
        [b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(), &[turn, 0, 0, 0]]
            .concat();
    let segment = |code: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xff, code], length.as_slice(), body].concat()
    };
    let frame = [8, 0, 10, 0, 20, 1, 1, 0x11, 0];
    [
        &[0xff, 0xd8][..],
        &segment(0xe0, b"JFIF\0\x01\x02\x01\x01\x2c\x01\x2c\0\0"),
        &segment(0xe1, &exif),
        &segment(0xc0, &frame),
        &[0xff, 0xd9],
    ]
    .concat()
}

#[test]
fn sizes_are_read_from_all_three_kinds() {
    let of = |bytes: &[u8]| nhan_dang(bytes).map(|(dang, kho)| (dang, kho.rong, kho.cao, kho.dpi));
    assert_eq!(of(&dots(30, 20)), Ok((DangAnh::Png, 30.0, 20.0, 96.0)));
    assert_eq!(of(&jpeg(1)), Ok((DangAnh::Jpeg, 20.0, 10.0, 300.0)));
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"/>"#;
    assert_eq!(of(svg), Ok((DangAnh::Svg, 96.0, 48.0, 96.0)));
}

#[test]
fn what_can_not_be_drawn_as_it_is_is_told() {
    let whole = dots(30, 20);
    let why = |bytes: &[u8]| nhan_dang(bytes).err().unwrap_or_default();
    assert_eq!(why(&whole[..whole.len() - 20]), "tệp PNG hỏng");
    assert!(why(&jpeg(6)).contains("cờ xoay"));
    assert_eq!(why(b"GIF89a"), "tệp không phải là hình PNG, JPEG hay SVG");
    assert_eq!(why(&jpeg(1)[..40]), "tệp JPEG hỏng");
}

fn svg(inside: &str) -> Result<(), String> {
    let head = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="200" height="100">"#;
    svg::kho(format!("{head}{inside}</svg>").as_bytes()).map(|_| ())
}

/// What would be left out of a drawing in silence, or never be done with.
#[test]
fn a_drawing_that_is_not_drawn_whole_and_soon_is_refused() {
    let whole = r#"<rect width="200" height="100"/>"#;
    let blur = r#"<filter id="f"><feGaussianBlur stdDeviation="9"/></filter><rect filter="url(#f)" width="9" height="9"/>"#;
    let tiled = |inside: &str, id: usize| {
        let of = r#"width="1" height="1" patternUnits="userSpaceOnUse""#;
        format!(r#"<pattern id="p{id}" {of}>{inside}</pattern>"#)
    };
    let by = |id: usize| format!(r##"<rect width="1" height="1" fill="url(#p{id})"/>"##).repeat(20);
    let nested = format!(
        "{}{}{}{}",
        tiled("<rect width='1' height='1'/>", 0),
        tiled(&by(0), 1),
        tiled(&by(1), 2),
        by(2)
    );
    let deep = format!("{}{whole}{}", "<g opacity='0.5'>".repeat(20), "</g>".repeat(20));
    let dashes = r#"<path stroke="red" stroke-dasharray="0.00001" d="M0 0L200 0"/>"#.to_owned();
    let png = r#"<image width="9" height="9" x:href="data:image/png;base64,iVBORw0KGgo="/>"#;
    for (inside, why) in [
        (blur.to_owned(), "filter"),
        (whole.repeat(1_500), "quá nhiều hình"),
        (format!("<g opacity='0.5'>{whole}</g>").repeat(400), "quá nhiều hình"),
        (nested, "quá nhiều hình"),
        (deep, "lớp lồng nhau"),
        (dashes, "quá nhiều hình"),
        (png.to_owned(), "ảnh chụp"),
        (r#"<image width="9" height="9" x:href="a.png"/>"#.to_owned(), "tệp ảnh khác"),
    ] {
        let told = svg(&inside).err().unwrap_or_default();
        assert!(told.contains(why) && told.contains("xuất ra PNG"), "{why}: {told}");
    }
    let plot = r#"<clipPath id="c"><rect width="180" height="90"/></clipPath>"#.to_owned()
        + &r#"<path clip-path="url(#c)" fill="none" stroke="red" d="M0 0L50 70L99 8L200 90"/>"#
            .repeat(100)
        + &r#"<circle cx="9" cy="9" r="2" opacity="0.5"/>"#.repeat(3_000);
    assert_eq!(svg(&plot), Ok(()));
}

#[test]
fn only_named_files_inside_the_folder_are_read() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("a.png"), dots(3, 2)).unwrap();
    let text = "![A](a.png)\n![B](../b.png){rộng 10mm}\n| ![C](c d.png) |\n![D](qr:x)\n";
    let tep = TepNguon::decode("than.md", text.as_bytes()).unwrap();
    let kho = read_anh(dir.path(), [&tep].into_iter());
    let names: Vec<&str> = kho.keys().map(String::as_str).collect();
    assert_eq!(names, ["../b.png", "a.png", "c d.png"]);
    assert!(kho["a.png"].is_ok());
    assert_eq!(kho["c d.png"].as_ref().unwrap_err(), "không có tệp ấy; các hình ở đây: a.png");
    assert!(kho["../b.png"].as_ref().unwrap_err().contains("trong thư mục hồ sơ"));
}
