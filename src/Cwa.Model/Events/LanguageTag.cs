using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cwa.Model;

/// <summary>
/// A language tag of BCP 47, such as `en`, `es-MX` or `zh-Hant`. A language that has a two-letter code must use it; for
/// the others any three letters are accepted.
/// </summary>
public static partial class LanguageTag
{
    /// <summary>The longest tag.</summary>
    public const int Longest = 35;

    // The tag, a three-letter code that is corrected to it, and the name in English.
    private const string Listed = """
        ab abk Abkhazian;aa aar Afar;af afr Afrikaans;ak aka Akan;sq sqi Albanian;am amh Amharic;ar ara Arabic;
        an arg Aragonese;hy hye Armenian;as asm Assamese;av ava Avaric;ae ave Avestan;ay aym Aymara;
        az aze Azerbaijani;bm bam Bambara;ba bak Bashkir;eu eus Basque;be bel Belarusian;bn ben Bengali;
        bi bis Bislama;bs bos Bosnian;br bre Breton;bg bul Bulgarian;my mya Burmese;ca cat Catalan;ch cha Chamorro;
        ce che Chechen;ny nya Chichewa;zh zho Chinese;cu chu Church Slavic;cv chv Chuvash;kw cor Cornish;
        co cos Corsican;cr cre Cree;hr hrv Croatian;cs ces Czech;da dan Danish;dv div Divehi;nl nld Dutch;
        dz dzo Dzongkha;en eng English;eo epo Esperanto;et est Estonian;ee ewe Ewe;fo fao Faroese;fj fij Fijian;
        fi fin Finnish;fr fra French;fy fry Western Frisian;ff ful Fulah;gd gla Scottish Gaelic;gl glg Galician;
        lg lug Ganda;ka kat Georgian;de deu German;el ell Greek;kl kal Greenlandic;gn grn Guarani;gu guj Gujarati;
        ht hat Haitian Creole;ha hau Hausa;he heb Hebrew;hz her Herero;hi hin Hindi;ho hmo Hiri Motu;hu hun Hungarian;
        is isl Icelandic;io ido Ido;ig ibo Igbo;id ind Indonesian;ia ina Interlingua;ie ile Interlingue;
        iu iku Inuktitut;ik ipk Inupiaq;ga gle Irish;it ita Italian;ja jpn Japanese;jv jav Javanese;kn kan Kannada;
        kr kau Kanuri;ks kas Kashmiri;kk kaz Kazakh;km khm Khmer;ki kik Kikuyu;rw kin Kinyarwanda;ky kir Kyrgyz;
        kv kom Komi;kg kon Kongo;ko kor Korean;kj kua Kuanyama;ku kur Kurdish;lo lao Lao;la lat Latin;lv lav Latvian;
        li lim Limburgish;ln lin Lingala;lt lit Lithuanian;lu lub Luba-Katanga;lb ltz Luxembourgish;mk mkd Macedonian;
        mg mlg Malagasy;ms msa Malay;ml mal Malayalam;mt mlt Maltese;gv glv Manx;mi mri Maori;mr mar Marathi;
        mh mah Marshallese;mn mon Mongolian;na nau Nauru;nv nav Navajo;nd nde North Ndebele;nr nbl South Ndebele;
        ng ndo Ndonga;ne nep Nepali;no nor Norwegian;nb nob Norwegian Bokmål;nn nno Norwegian Nynorsk;
        ii iii Sichuan Yi;oc oci Occitan;oj oji Ojibwa;or ori Oriya;om orm Oromo;os oss Ossetian;pi pli Pali;
        ps pus Pashto;fa fas Persian;pl pol Polish;pt por Portuguese;pa pan Punjabi;qu que Quechua;ro ron Romanian;
        rm roh Romansh;rn run Rundi;ru rus Russian;se sme Northern Sami;sm smo Samoan;sg sag Sango;sa san Sanskrit;
        sc srd Sardinian;sr srp Serbian;sn sna Shona;sd snd Sindhi;si sin Sinhala;sk slk Slovak;sl slv Slovenian;
        so som Somali;st sot Southern Sotho;es spa Spanish;su sun Sundanese;sw swa Swahili;ss ssw Swati;
        sv swe Swedish;tl tgl Tagalog;ty tah Tahitian;tg tgk Tajik;ta tam Tamil;tt tat Tatar;te tel Telugu;
        th tha Thai;bo bod Tibetan;ti tir Tigrinya;to ton Tongan;ts tso Tsonga;tn tsn Tswana;tr tur Turkish;
        tk tuk Turkmen;tw twi Twi;ug uig Uyghur;uk ukr Ukrainian;ur urd Urdu;uz uzb Uzbek;ve ven Venda;
        vi vie Vietnamese;vo vol Volapük;wa wln Walloon;cy cym Welsh;wo wol Wolof;xh xho Xhosa;yi yid Yiddish;
        yo yor Yoruba;za zha Zhuang;zu zul Zulu;ase - American Sign Language;chr - Cherokee;cho - Choctaw;
        dak - Dakota;fil - Filipino;haw - Hawaiian;hmn - Hmong;yue - Cantonese;cmn - Mandarin;esu - Yupik;
        lkt - Lakota;zun - Zuni
        """;

    private static readonly (string Tag, string Code, string Name)[] Languages =
    [
        .. Listed
            .Split((char[])[';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(' ', 3))
            .Select(row => (row[0], row[1], row[2])),
    ];

    private static readonly FrozenSet<string> TwoLetters = Languages
        .Select(l => l.Tag)
        .Where(tag => tag.Length == 2)
        .ToFrozenSet();

    // The code of some languages, such as Twi, is also their name.
    private static readonly FrozenDictionary<string, string> Tags = Languages
        .Where(l => l.Code != "-")
        .Select(l => (Said: SearchText.Normalize(l.Code), l.Tag))
        .Concat(Languages.Select(l => (Said: SearchText.Normalize(l.Name), l.Tag)))
        .Distinct()
        .ToFrozenDictionary(l => l.Said, l => l.Tag);

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["AMERICAN SIGN"] = "ase",
        ["ASL"] = "ase",
        ["BENGALI (BANGLA)"] = "bn",
        ["BURMESE (MYANMAR)"] = "my",
        ["CAMBODIAN"] = "km",
        ["CASTILIAN"] = "es",
        ["CREOLE"] = "ht",
        ["FARSI"] = "fa",
        ["HAITIAN"] = "ht",
        ["LAOTIAN"] = "lo",
        ["MANDARIN CHINESE"] = "cmn",
        ["NAVAHO"] = "nv",
        ["PILIPINO"] = "fil",
        ["SIGN LANGUAGE"] = "ase",
    }.ToFrozenDictionary();

    /// <summary>The tag in its usual case, such as `zh-Hant-TW`.</summary>
    /// <exception cref="ArgumentException">The text is not a language tag.</exception>
    public static string Of(string text)
    {
        if (WhyNot(text) is { } wrong)
            throw new ArgumentException(wrong, nameof(text));

        var parts = PlainText.Of(text).ToLowerInvariant().Split('-');
        return string.Join(
            '-',
            parts.Select(
                (part, i) =>
                    (i, part.Length) switch
                    {
                        (> 0, 2) => part.ToUpperInvariant(),
                        (_, 4) when char.IsAsciiLetter(part[0]) => char.ToUpperInvariant(part[0]) + part[1..],
                        _ => part,
                    }
            )
        );
    }

    /// <summary>
    /// The tag of a language as people write it, by its name in English or a code: `es` for Spanish. Other texts are
    /// returned as they are.
    /// </summary>
    public static string Understood(string text)
    {
        var said = SearchText.Normalize(text);
        return WhyNot(text) is null ? text : Tags.GetValueOrDefault(said) ?? Words.GetValueOrDefault(said) ?? text;
    }

    /// <summary>Why the text is not a language tag, and what to write instead; null if it is one.</summary>
    public static string? WhyNot(string text)
    {
        var said = PlainText.Of(text);
        var language = said.Split('-')[0].ToLowerInvariant();
        if (
            Shape().IsMatch(said)
            && (language.Length == 2 ? TwoLetters.Contains(language) : !Tags.ContainsKey(language.ToUpperInvariant()))
        )
            return null;

        var shown = PlainText.Shortened(said, 40);
        if (
            Tags.TryGetValue(SearchText.Normalize(said), out var tag)
            || (Shape().IsMatch(said) && Tags.TryGetValue(language.ToUpperInvariant(), out tag))
        )
            return $"'{shown}' is not a language tag; use `{tag}`.";
        return said.AsSpan().ContainsAny(",;/ ")
            ? $"'{shown}' is not a language tag. Give each language as an item of its own, such as `en` and `es`."
            : $"'{shown}' is not a language tag, such as `en`, `es` or `zh-Hant` (BCP 47).";
    }

    [GeneratedRegex(
        "^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
