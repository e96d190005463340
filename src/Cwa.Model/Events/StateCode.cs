namespace Cwa.Model;

/// <summary>A state, the District of Columbia or a territory, by its two-letter postal code.</summary>
public enum StateCode
{
    /// <summary>Alaska.</summary>
    AK = 1,

    /// <summary>Alabama.</summary>
    AL = 2,

    /// <summary>Arkansas.</summary>
    AR = 3,

    /// <summary>American Samoa.</summary>
    AS = 4,

    /// <summary>Arizona.</summary>
    AZ = 5,

    /// <summary>California.</summary>
    CA = 6,

    /// <summary>Colorado.</summary>
    CO = 7,

    /// <summary>Connecticut.</summary>
    CT = 8,

    /// <summary>District of Columbia.</summary>
    DC = 9,

    /// <summary>Delaware.</summary>
    DE = 10,

    /// <summary>Florida.</summary>
    FL = 11,

    /// <summary>Georgia.</summary>
    GA = 12,

    /// <summary>Guam.</summary>
    GU = 13,

    /// <summary>Hawaii.</summary>
    HI = 14,

    /// <summary>Iowa.</summary>
    IA = 15,

    /// <summary>Idaho.</summary>
    ID = 16,

    /// <summary>Illinois.</summary>
    IL = 17,

    /// <summary>Indiana.</summary>
    IN = 18,

    /// <summary>Kansas.</summary>
    KS = 19,

    /// <summary>Kentucky.</summary>
    KY = 20,

    /// <summary>Louisiana.</summary>
    LA = 21,

    /// <summary>Massachusetts.</summary>
    MA = 22,

    /// <summary>Maryland.</summary>
    MD = 23,

    /// <summary>Maine.</summary>
    ME = 24,

    /// <summary>Michigan.</summary>
    MI = 25,

    /// <summary>Minnesota.</summary>
    MN = 26,

    /// <summary>Missouri.</summary>
    MO = 27,

    /// <summary>Northern Mariana Islands.</summary>
    MP = 28,

    /// <summary>Mississippi.</summary>
    MS = 29,

    /// <summary>Montana.</summary>
    MT = 30,

    /// <summary>North Carolina.</summary>
    NC = 31,

    /// <summary>North Dakota.</summary>
    ND = 32,

    /// <summary>Nebraska.</summary>
    NE = 33,

    /// <summary>New Hampshire.</summary>
    NH = 34,

    /// <summary>New Jersey.</summary>
    NJ = 35,

    /// <summary>New Mexico.</summary>
    NM = 36,

    /// <summary>Nevada.</summary>
    NV = 37,

    /// <summary>New York.</summary>
    NY = 38,

    /// <summary>Ohio.</summary>
    OH = 39,

    /// <summary>Oklahoma.</summary>
    OK = 40,

    /// <summary>Oregon.</summary>
    OR = 41,

    /// <summary>Pennsylvania.</summary>
    PA = 42,

    /// <summary>Puerto Rico.</summary>
    PR = 43,

    /// <summary>Rhode Island.</summary>
    RI = 44,

    /// <summary>South Carolina.</summary>
    SC = 45,

    /// <summary>South Dakota.</summary>
    SD = 46,

    /// <summary>Tennessee.</summary>
    TN = 47,

    /// <summary>Texas.</summary>
    TX = 48,

    /// <summary>Utah.</summary>
    UT = 49,

    /// <summary>Virginia.</summary>
    VA = 50,

    /// <summary>U.S. Virgin Islands.</summary>
    VI = 51,

    /// <summary>Vermont.</summary>
    VT = 52,

    /// <summary>Washington.</summary>
    WA = 53,

    /// <summary>Wisconsin.</summary>
    WI = 54,

    /// <summary>West Virginia.</summary>
    WV = 55,

    /// <summary>Wyoming.</summary>
    WY = 56,
}
