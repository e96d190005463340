namespace Cwa.Model;

/// <summary>How a complaint reaches an agency.</summary>
public enum Channel
{
    /// <summary>By a call to a person or a recording.</summary>
    Telephone = 1,

    /// <summary>By letter or fax.</summary>
    Mail = 2,

    /// <summary>By electronic mail.</summary>
    Email = 3,

    /// <summary>Face to face, at an office or an event such as a problem-solving day.</summary>
    InPerson = 4,

    /// <summary>Through a form on the agency's web site.</summary>
    Web = 5,

    /// <summary>In any other way.</summary>
    Other = 6,
}
