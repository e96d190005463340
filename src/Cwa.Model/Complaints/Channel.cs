namespace Cwa.Model;

/// <summary>How a complaint, or a customer who is asked in a survey, reaches an agency.</summary>
public enum Channel
{
    /// <summary>By a call to a person or a recording.</summary>
    [SaidAs("automated phone", "by telephone", "call", "calls", "phone")]
    Telephone = 1,

    /// <summary>By letter or fax.</summary>
    [SaidAs("by mail", "fax", "letter", "letters", "paper", "postal mail", "us mail")]
    Mail = 2,

    /// <summary>By electronic mail.</summary>
    [SaidAs("by email", "electronic mail")]
    Email = 3,

    /// <summary>Face to face, at an office or an event such as a problem-solving day.</summary>
    [SaidAs("face to face", "office visit", "walk-in")]
    InPerson = 4,

    /// <summary>Through a form on the agency's web site.</summary>
    [SaidAs("computer", "internet", "mobile", "on line", "web form", "web site")]
    Web = 5,

    /// <summary>In any other way.</summary>
    [SaidAs("mixed")]
    Other = 6,
}
